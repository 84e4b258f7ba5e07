package lamplight.server.transport.telnet.gmcp;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A room's number for clients whose maps number rooms: the upper 31 bits of the CRC-32 of {@code
 * world:room}, so that it is the same in every game of a world, after every restart.
 */
final class RoomNumber {
  /** Of a room that the player does not know. */
  static final int UNKNOWN = 0;

  private RoomNumber() {}

  static int of(String world, String room) {
    return hash(world + ":" + room);
  }

  /** The number of a world, which is one area of a map. */
  static int of(String world) {
    return hash(world);
  }

  private static int hash(String id) {
    CRC32 crc = new CRC32();
    crc.update(id.getBytes(StandardCharsets.UTF_8));
    return Math.max(1, (int) (crc.getValue() >>> 1));
  }
}

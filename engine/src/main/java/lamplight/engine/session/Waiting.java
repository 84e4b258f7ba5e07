package lamplight.engine.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import lamplight.engine.wire.ServerEnd;
import lamplight.engine.wire.ServerMessage;

/**
 * Answers that wait for a client that does not read, in order: the newest, within {@link
 * SessionLimits#WAITING_ANSWERS} and {@link SessionLimits#WAITING_BYTES}.
 */
final class Waiting {

  /**
   * @param bytes of the message's line
   */
  private record Held(ServerMessage message, int bytes) {}

  private final Deque<Held> held = new ArrayDeque<>();
  private int bytes;

  void add(ServerMessage message) {
    int size = new ServerEnd().write(message).length;
    held.add(new Held(message, size));
    bytes += size;
    while (held.size() > SessionLimits.WAITING_ANSWERS || bytes > SessionLimits.WAITING_BYTES) {
      bytes -= held.remove().bytes;
    }
  }

  /** All of them; none waits any more. */
  List<ServerMessage> take() {
    if (held.isEmpty()) { // nearly always
      return List.of();
    }
    List<ServerMessage> all = held.stream().map(Held::message).toList();
    held.clear();
    bytes = 0;
    return all;
  }

  /** The bytes of their lines. */
  int bytes() {
    return bytes;
  }
}

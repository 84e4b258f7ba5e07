package lamplight.engine.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Change;
import lamplight.engine.sync.Patch;
import lamplight.engine.sync.StateHash;

/**
 * The binary form of what a server says: frames of a length, a type, and fields (protocol, section
 * 7). What of a frame is not a header is the same for all who get it, and made once.
 *
 * <p>One end of one connection: a delta says from where it goes only if that is not where the last
 * block of the connection went.
 */
final class Frames {

  /** A message as its line, without a line end. */
  static final int LINE = 1;

  /** Words of the dictionary. */
  static final int DICT = 2;

  static final int SNAPSHOT = 3;

  /** A delta from anywhere. */
  static final int DELTA = 4;

  /** A delta from where the last block went; from this type on, the type says how far it goes. */
  static final int NEXT = 128;

  /** How far a delta goes at most whose type says so. */
  private static final int NEXT_MOST = 128;

  private static final int HASH_BYTES = Integer.BYTES;

  /** What a frame's length takes at most. */
  private static final int MOST_VARINT_BYTES = 5;

  /** Where the last block of this connection went. */
  private long at;

  // ---- the server's end ----

  /** The message's frame. */
  void write(ServerMessage message, boolean markup, BitWriter out) {
    if (message instanceof ServerMessage.FullSync full) {
      snapshot(full.block(), out);
    } else if (message instanceof ServerMessage.DeltaSync delta) {
      delta(delta.block(), out);
    } else {
      byte[] line = Messages.write(message, markup);
      out.varint(line.length);
      out.put(LINE, 8);
      out.put(line, line.length - 1);
    }
  }

  /** One frame for all of these words. */
  void write(List<ServerMessage.Dict> words, BitWriter out) {
    BitWriter body = new BitWriter(16 * words.size());
    Telling.put(words, body);
    byte[] bytes = body.bytes();
    out.varint(1L + bytes.length);
    out.put(DICT, 8);
    out.put(bytes, bytes.length);
  }

  private void snapshot(Block.Snapshot block, BitWriter out) {
    begin(BitWriter.varintBytes(block.version()), SNAPSHOT, block, out);
    out.varint(block.version());
    body(block, out);
  }

  private void delta(Block.Delta block, BitWriter out) {
    long far = block.version() - block.from();
    if (block.from() == at && far > 0 && far <= NEXT_MOST) {
      begin(0, NEXT - 1 + (int) far, block, out);
    } else {
      begin(BitWriter.varintBytes(block.from()) + BitWriter.varintBytes(far), DELTA, block, out);
      out.varint(block.from());
      out.varint(far);
    }
    body(block, out);
  }

  /** Puts a frame's length and type, and makes room for all of it. */
  private static void begin(int versionBytes, int type, Block block, BitWriter out) {
    int size = 1 + versionBytes + HASH_BYTES;
    for (Patch patch : block.patches()) {
      size += Packer.bytes(patch).length;
    }
    out.expect(MOST_VARINT_BYTES + size);
    out.varint(size);
    out.put(type, 8);
  }

  private void body(Block block, BitWriter out) {
    out.put(block.hash().sum(), 8 * HASH_BYTES);
    for (Patch patch : block.patches()) {
      byte[] bytes = Packer.bytes(patch);
      out.put(bytes, bytes.length);
    }
    at = block.version();
  }

  // ---- the client's end ----

  /** Reads what a frame says that is no line; empty if that is only words, or of a type to come. */
  Optional<ServerMessage> read(int type, ByteBuffer body, Dictionary.Told words) throws BadLine {
    if (type == DICT) {
      Telling.take(new BitReader(body), words);
      return Optional.empty();
    }
    if (type == SNAPSHOT) {
      return Optional.of(snapshot(varint(body), body, words));
    }
    if (type == DELTA) {
      return Optional.of(delta(varint(body), varint(body), body, words));
    }
    return type < NEXT ? Optional.empty() : Optional.of(delta(at, type - (NEXT - 1), body, words));
  }

  private ServerMessage snapshot(long version, ByteBuffer body, Dictionary.Told words)
      throws BadLine {
    ServerMessage snapshot = Messages.snapshot(version, hash(body), changes(body, words));
    at = version;
    return snapshot;
  }

  private ServerMessage delta(long from, long far, ByteBuffer body, Dictionary.Told words)
      throws BadLine {
    long to = checked(from + far);
    ServerMessage delta = Messages.delta(from, to, hash(body), changes(body, words));
    at = to;
    return delta;
  }

  private static List<Change> changes(ByteBuffer body, Dictionary.Told words) throws BadLine {
    List<Change> changes = new ArrayList<>();
    BitReader in = new BitReader(body);
    while (body.hasRemaining()) {
      changes.addAll(Packing.unpack(in, words, Limits.BLOCK_LINES - changes.size()));
    }
    return changes;
  }

  private static StateHash hash(ByteBuffer body) throws BadLine {
    if (body.remaining() < HASH_BYTES) {
      throw BadLine.malformed("a frame ends within its hash");
    }
    return new StateHash(body.getInt());
  }

  private static long varint(ByteBuffer body) throws BadLine {
    long value = 0;
    for (int shift = 0; shift < 63 && body.hasRemaining(); shift += 7) {
      byte next = body.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return checked(value);
      }
    }
    throw BadLine.malformed("a number in a frame does not end");
  }

  private static long checked(long number) throws BadLine {
    if (number > Limits.NUMBER) {
      throw BadLine.malformed("a number in a frame is too large");
    }
    return number;
  }
}

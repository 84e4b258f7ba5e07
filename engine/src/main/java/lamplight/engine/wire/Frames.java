package lamplight.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** What a frame is; the number is its type byte. */
  enum Type {
    /** A message as its line, without a line end. */
    LINE(1),
    /** A word of the dictionary. */
    DICT(2),
    SNAPSHOT(3),
    /** A delta from where the last block went. */
    NEXT(4),
    /** A delta from elsewhere. */
    DELTA(5);

    private final int code;

    Type(int code) {
      this.code = code;
    }

    /** Empty if it is a type to come. */
    static Optional<Type> of(int code) {
      return Stream.of(values()).filter(type -> type.code == code).findFirst();
    }
  }

  /** Where the last block of this connection went. */
  private long at;

  // ---- the server's end ----

  /** The message's frame. */
  byte[] write(ServerMessage message, boolean markup) {
    if (message instanceof ServerMessage.FullSync full) {
      return snapshot(full.snapshot());
    }
    if (message instanceof ServerMessage.DeltaSync delta) {
      return delta(delta.delta());
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (message instanceof ServerMessage.Dict dict) {
      Word word = dict.word();
      varint(word.number() * (long) Sort.LISTS + word.list().code, body);
      body.writeBytes(word.text().getBytes(UTF_8));
      return frame(Type.DICT, body);
    }
    byte[] line = Messages.write(message, markup);
    body.write(line, 0, line.length - 1);
    return frame(Type.LINE, body);
  }

  private byte[] snapshot(Block.Snapshot block) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
    varint(block.version(), body);
    return block(Type.SNAPSHOT, block, block.patches(), body);
  }

  private byte[] delta(Block.Delta block) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(64);
    Type type = block.from() == at ? Type.NEXT : Type.DELTA;
    if (type == Type.DELTA) {
      varint(block.from(), body);
    }
    varint(block.version() - block.from(), body);
    return block(type, block, block.patches(), body);
  }

  private byte[] block(Type type, Block block, List<Patch> patches, ByteArrayOutputStream body) {
    int hash = block.hash().sum();
    for (int shift = 24; shift >= 0; shift -= 8) {
      body.write(hash >>> shift);
    }
    patches.forEach(patch -> body.writeBytes(Packer.bytes(patch)));
    at = block.version();
    return frame(type, body);
  }

  private static byte[] frame(Type type, ByteArrayOutputStream body) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(body.size() + 6);
    varint(body.size() + 1L, frame);
    frame.write(type.code);
    frame.writeBytes(body.toByteArray());
    return frame.toByteArray();
  }

  private static void varint(long value, ByteArrayOutputStream out) {
    long rest = value;
    while (rest >>> 7 != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  // ---- the client's end ----

  /** Reads what a block's or a word's frame says; {@code type} is none of the others. */
  ServerMessage read(Type type, ByteBuffer body, Dictionary.Told words) throws BadLine {
    return switch (type) {
      case SNAPSHOT -> snapshot(varint(body), body, words);
      case NEXT -> delta(at, body, words);
      case DELTA -> delta(varint(body), body, words);
      case DICT -> dict(body, words);
      case LINE -> throw new IllegalArgumentException("a line is read as a line");
    };
  }

  private ServerMessage snapshot(long version, ByteBuffer body, Dictionary.Told words)
      throws BadLine {
    ServerMessage snapshot = Messages.snapshot(version, hash(body), changes(body, words));
    at = version;
    return snapshot;
  }

  private ServerMessage delta(long from, ByteBuffer body, Dictionary.Told words) throws BadLine {
    long to = checked(from + varint(body));
    StateHash hash = hash(body);
    Block.Delta delta = Block.Delta.of(from, to, changes(body, words), hash);
    at = to;
    return new ServerMessage.DeltaSync(delta);
  }

  private static ServerMessage dict(ByteBuffer body, Dictionary.Told words) throws BadLine {
    long code = varint(body);
    if (code / Sort.LISTS >= Dictionary.WORDS) {
      throw BadLine.malformed("a dictionary has at most " + Dictionary.WORDS + " words");
    }
    Word word = new Word(Sort.of(code % Sort.LISTS), (int) (code / Sort.LISTS), Packed.utf8(body));
    words.learn(word);
    return new ServerMessage.Dict(word);
  }

  private static List<Change> changes(ByteBuffer body, Dictionary.Told words) throws BadLine {
    List<Change> changes = new ArrayList<>();
    BitReader in = new BitReader(body);
    while (body.hasRemaining()) {
      Packer.unpack(in, words, changes);
    }
    return changes;
  }

  private static StateHash hash(ByteBuffer body) throws BadLine {
    if (body.remaining() < Integer.BYTES) {
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

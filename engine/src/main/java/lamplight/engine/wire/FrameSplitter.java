package lamplight.engine.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into binary frames, wherever its segments end. Never holds more than one
 * frame of {@link Limits#FRAME_BYTES}: a longer one is reported once and passed over.
 */
final class FrameSplitter {

  /** Bytes that the length of a frame may take. */
  private static final int LENGTH_BYTES = 5;

  private byte[] held = new byte[256];
  private int filled;
  private long length = -1;
  private long announced;
  private int lengthBytes;
  private boolean tooLong;

  /** Consumes {@code bytes} up to the next frame's end; false once all are consumed without one. */
  boolean advance(ByteBuffer bytes) throws BadLine {
    if (length == filled && length >= 0) {
      length = -1;
    }
    while (bytes.hasRemaining()) {
      if (length < 0) {
        length(bytes.get());
        if (length > Limits.FRAME_BYTES) {
          tooLong = true;
          throw BadLine.malformed("a frame has at most " + Limits.FRAME_BYTES + " bytes");
        }
      } else if (tooLong) {
        skip(bytes);
      } else {
        fill(bytes);
      }
      if (!tooLong && length > 0 && length == filled) {
        return true;
      }
    }
    return false;
  }

  private void length(byte next) {
    announced |= (next & 0x7fL) << (7 * lengthBytes++);
    if (next >= 0 || lengthBytes == LENGTH_BYTES) {
      length = announced == 0 ? -1 : announced;
      announced = 0;
      lengthBytes = 0;
      filled = 0;
    }
  }

  private void fill(ByteBuffer bytes) {
    int count = (int) Math.min(bytes.remaining(), length - filled);
    if (filled + count > held.length) {
      held = Arrays.copyOf(held, (int) Math.min(length, 2L * (filled + count)));
    }
    bytes.get(held, filled, count);
    filled += count;
  }

  private void skip(ByteBuffer bytes) {
    int count = (int) Math.min(bytes.remaining(), length);
    bytes.position(bytes.position() + count);
    length -= count;
    if (length == 0) {
      tooLong = false;
      length = -1;
    }
  }

  /** The frame that {@link #advance} stopped at, from its type byte on. */
  ByteBuffer frame() {
    return ByteBuffer.wrap(held, 0, filled);
  }
}

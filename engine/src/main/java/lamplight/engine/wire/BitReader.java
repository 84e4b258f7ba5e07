package lamplight.engine.wire;

import java.nio.ByteBuffer;

/** Takes what a {@link BitWriter} put. */
final class BitReader {

  private final ByteBuffer bytes;
  private int current;
  private int left;

  BitReader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  long take(int count) throws BadLine {
    long value = 0;
    for (int bit = 0; bit < count; bit++) {
      if (left == 0) {
        if (!bytes.hasRemaining()) {
          throw BadLine.malformed("a frame ends within a change");
        }
        current = bytes.get();
        left = 8;
      }
      left--;
      value = (value << 1) | ((current >>> left) & 1);
    }
    return value;
  }

  long number(int group) throws BadLine {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE - 1; shift += group) {
      boolean more = take(1) == 1;
      value |= take(group) << shift;
      if (!more) {
        return value;
      }
    }
    throw BadLine.malformed("a number in a frame has too many bits");
  }

  int smallNumber(int group) throws BadLine {
    long number = number(group);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw BadLine.malformed("a number in a frame is too large");
    }
    return (int) number;
  }

  /** Whole bytes that are still to come. */
  int remaining() {
    return bytes.remaining();
  }

  /** Goes on with the next whole byte. */
  void align() {
    left = 0;
  }
}

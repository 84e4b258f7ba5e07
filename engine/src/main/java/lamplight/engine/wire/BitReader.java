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

  /** The next {@code count} bits, up to 32. */
  long take(int count) throws BadLine {
    long value = 0;
    int wanted = count;
    while (wanted > 0) {
      if (left == 0) {
        if (!bytes.hasRemaining()) {
          throw BadLine.malformed("a frame ends within a change");
        }
        current = bytes.get() & 0xff;
        left = 8;
      }
      int now = Math.min(left, wanted);
      left -= now;
      wanted -= now;
      value = (value << now) | ((current >>> left) & ((1 << now) - 1));
    }
    return value;
  }

  /** A number of an order. */
  int number(int order) throws BadLine {
    int length = order;
    while (take(1) == 1) {
      length++;
      if (length >= Integer.SIZE) {
        throw BadLine.malformed("a number in a frame has too many bits");
      }
    }
    long value = (1L << length) + take(length) - (1L << order);
    if (value > Integer.MAX_VALUE) {
      throw BadLine.malformed("a number in a frame is too large");
    }
    return (int) value;
  }

  /** A number of an order that says how many there are; more than {@code most} are refused. */
  int count(int order, int most) throws BadLine {
    int count = number(order);
    if (count > most) {
      throw BadLine.malformed("a frame has more than " + most + " of something");
    }
    return count;
  }

  /** A number of which both ends know that it is below {@code bound}. */
  int below(int bound) throws BadLine {
    int length = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bound);
    long shorter = (2L << length) - bound;
    long value = take(length);
    return (int) (value < shorter ? value : 2 * value + take(1) - shorter);
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

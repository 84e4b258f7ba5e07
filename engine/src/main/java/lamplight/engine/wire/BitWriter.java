package lamplight.engine.wire;

import java.util.Arrays;

/** Puts numbers of few bits one behind the other, the highest bit of each byte first. */
final class BitWriter {

  private byte[] bytes = new byte[64];
  private int bits;

  /** The lowest {@code count} bits of a value. */
  void put(long value, int count) {
    if (bits + count > bytes.length * 8) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, (bits + count + 7) / 8));
    }
    for (int bit = count - 1; bit >= 0; bit--) {
      if (((value >>> bit) & 1) != 0) {
        bytes[bits >> 3] |= (byte) (0x80 >>> (bits & 7));
      }
      bits++;
    }
  }

  /**
   * A number from 0 in groups of so many bits, the lowest first, each behind a bit that says
   * whether another group follows.
   */
  void number(long value, int group) {
    long rest = value;
    while (rest >>> group != 0) {
      put(1, 1);
      put(rest, group);
      rest >>>= group;
    }
    put(0, 1);
    put(rest, group);
  }

  int length() {
    return bits;
  }

  /** Takes back what was put after so many bits. */
  void cut(int length) {
    while (bits > length) {
      bits--;
      bytes[bits >> 3] &= (byte) ~(0x80 >>> (bits & 7));
    }
  }

  /** What was put, filled up to a whole byte with zeros. */
  byte[] bytes() {
    return Arrays.copyOf(bytes, (bits + 7) / 8);
  }
}

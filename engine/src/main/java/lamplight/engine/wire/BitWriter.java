package lamplight.engine.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Puts numbers of few bits one behind the other, the highest bit of each byte first. */
final class BitWriter {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private int bits;

  /** Room for so many bytes at first. */
  BitWriter(int bytes) {
    this.bytes = new byte[bytes + Long.BYTES];
  }

  /** The lowest {@code count} bits of a value, up to 32. */
  void put(long value, int count) {
    reserve(count);
    int at = bits >> 3;
    long run = value & ((1L << count) - 1);
    long eight = (long) LONGS.get(bytes, at);
    LONGS.set(bytes, at, eight | run << (Long.SIZE - (bits & 7) - count));
    bits += count;
  }

  /** A field that was packed before. */
  void put(Bits field) {
    putRun(field.run, Math.min(field.length, Long.SIZE));
    int left = field.length - Long.SIZE;
    for (long run : field.more) {
      putRun(run, Math.min(left, Long.SIZE));
      left -= Long.SIZE;
    }
  }

  /** The highest {@code count} bits of a run, up to 64. */
  private void putRun(long run, int count) {
    int high = Math.min(count, Integer.SIZE);
    put(run >>> (Long.SIZE - high), high);
    if (count > high) {
      int low = count - high;
      put(run << Integer.SIZE >>> (Long.SIZE - low), low);
    }
  }

  /**
   * A number from 0 below 2^31 of an order: with 2 to the power of the order added, as many ones as
   * it has bits more than that power, a zero, and its bits without the highest (an exponential
   * Golomb code).
   */
  void number(int value, int order) {
    long raised = value + (1L << order);
    int length = Long.SIZE - 1 - Long.numberOfLeadingZeros(raised);
    put((1L << (length - order + 1)) - 2, length - order + 1);
    put(raised, length);
  }

  /** A number from 0 of which both ends know that it is below {@code bound}, in the fewest bits. */
  void below(int bound, int value) {
    int length = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bound);
    int shorter = (int) ((2L << length) - bound);
    if (value < shorter) {
      put(value, length);
    } else {
      put(value + (long) shorter, length + 1);
    }
  }

  /** The first bytes of {@code more}, from the next whole byte on. */
  void put(byte[] more, int count) {
    align();
    reserve(count * 8);
    System.arraycopy(more, 0, bytes, bits >> 3, count);
    bits += count * 8;
  }

  /** A number in groups of seven bits, the lowest first, from the next whole byte on. */
  void varint(long value) {
    align();
    long rest = value;
    for (; rest >>> 7 != 0; rest >>>= 7) {
      put((rest & 0x7f) | 0x80, 8);
    }
    put(rest, 8);
  }

  /** How many bytes {@link #varint} takes for a value. */
  static int varintBytes(long value) {
    return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 6) / 7);
  }

  /** Goes on with the next whole byte. */
  void align() {
    bits = (bits + 7) & ~7;
  }

  /** Makes room for so many bytes that will be put. */
  void expect(int count) {
    reserve(8 * count);
  }

  /** Makes room for so many bits, and for eight bytes that are written at once. */
  private void reserve(int count) {
    int needed = (bits + count + 7) / 8 + Long.BYTES;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, needed));
    }
  }

  int length() {
    return bits;
  }

  /** Takes back what was put after so many bits. */
  void cut(int length) {
    Arrays.fill(bytes, (length + 7) / 8, (bits + 7) / 8, (byte) 0);
    if ((length & 7) != 0) {
      bytes[length >> 3] &= (byte) (0xff00 >> (length & 7));
    }
    bits = length;
  }

  /** What was put, 64 bits each. */
  long[] runs() {
    long[] runs = new long[(bits + Long.SIZE - 1) / Long.SIZE];
    reserve(Long.SIZE);
    for (int i = 0; i < runs.length; i++) {
      runs[i] = (long) LONGS.get(bytes, i * Long.BYTES);
    }
    return runs;
  }

  /** What was put, filled up to a whole byte with zeros. */
  byte[] bytes() {
    return Arrays.copyOf(bytes, (bits + 7) / 8);
  }
}

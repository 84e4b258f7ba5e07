package lamplight.engine.wire;

import java.util.Arrays;

/**
 * Words of one dictionary, by their numbers: a bit each, so that sets are compared 64 at a time.
 */
final class WordSet {

  private static final long[] NONE = {};

  /** By the lists' codes. */
  private final long[][] lists = new long[Sort.values().length][];

  WordSet() {
    Arrays.fill(lists, NONE);
  }

  void add(Sort list, int number) {
    long[] blocks = blocks(list.code, (number >> 6) + 1);
    blocks[number >> 6] |= 1L << number;
  }

  private long[] blocks(int list, int count) {
    long[] blocks = lists[list];
    if (blocks.length < count) {
      blocks = Arrays.copyOf(blocks, Math.max(count, 2 * blocks.length));
      lists[list] = blocks;
    }
    return blocks;
  }

  /** The next lower number of a list that is there; -1 if there is none. */
  int below(Sort list, int number) {
    long[] blocks = lists[list.code];
    for (int i = Math.min(number, blocks.length << 6) - 1; i >= 0; i--) {
      long lower = blocks[i >> 6] << (63 - (i & 63));
      if (lower != 0) {
        return i - Long.numberOfLeadingZeros(lower);
      }
      i &= ~63;
    }
    return -1;
  }

  /** Takes words one by one. */
  interface Taker {
    void take(Sort list, int number);
  }

  /** Gives out those that are not among {@code others}, by list and number. */
  void without(WordSet others, Taker taker) {
    for (Sort list : Sort.values()) {
      long[] blocks = lists[list.code];
      long[] theirs = others.lists[list.code];
      for (int i = 0; i < blocks.length; i++) {
        long left = blocks[i];
        if (left != 0 && i < theirs.length) {
          left &= ~theirs[i];
        }
        for (; left != 0; left &= left - 1) {
          taker.take(list, (i << 6) + Long.numberOfTrailingZeros(left));
        }
      }
    }
  }
}

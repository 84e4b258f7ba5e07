package lamplight.engine.wire;

/**
 * Different numbers in ascending order, in about as few bits as there are sets of them: first the
 * highest, then of what is below it the one in the middle, which both ends know to lie within
 * bounds, and so on with both halves. Numbers without gaps cost nothing but the first.
 *
 * <p>Source: binary interpolative coding, Moffat and Stuiver, Information Retrieval 3 (2000).
 */
final class IdSet {

  private IdSet() {}

  /**
   * Puts at least one number.
   *
   * @param order of the highest, less how many are below it
   */
  static void put(int[] ascending, int order, BitWriter out) {
    int below = ascending.length - 1;
    out.number(ascending[below] - below, order);
    put(ascending, 0, below, 0, ascending[below], out);
  }

  /** Those from one index to another, all from {@code low} and below {@code high}. */
  private static void put(int[] ids, int from, int to, int low, int high, BitWriter out) {
    if (from < to) {
      int middle = (from + to) >>> 1;
      int least = low + (middle - from);
      out.below(high - (to - 1 - middle) - least, ids[middle] - least);
      put(ids, from, middle, low, ids[middle], out);
      put(ids, middle + 1, to, ids[middle] + 1, high, out);
    }
  }

  /** Takes so many numbers, all below {@code bound}. */
  static int[] take(int count, int order, int bound, BitReader in) throws BadLine {
    int[] ids = new int[count];
    int highest = in.count(order, bound - count) + count - 1;
    ids[count - 1] = highest;
    take(ids, 0, count - 1, 0, highest, in);
    return ids;
  }

  private static void take(int[] ids, int from, int to, int low, int high, BitReader in)
      throws BadLine {
    if (from < to) {
      int middle = (from + to) >>> 1;
      int least = low + (middle - from);
      ids[middle] = least + in.below(high - (to - 1 - middle) - least);
      take(ids, from, middle, low, ids[middle], in);
      take(ids, middle + 1, to, ids[middle] + 1, high, in);
    }
  }
}

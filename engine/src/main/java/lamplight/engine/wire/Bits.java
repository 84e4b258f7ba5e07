package lamplight.engine.wire;

import java.util.Arrays;
import java.util.List;

/** A field as it is packed: its bits, and the words that they name. */
final class Bits {

  private static final long[] NONE = {};

  /** The first 64 bits, the highest first, filled up with zeros. */
  final long run;

  /** Those behind them of a long field, 64 bits each. */
  final long[] more;

  /** How many bits. */
  final int length;

  final List<Word> words;

  Bits(long[] runs, int length, List<Word> words) {
    this.run = runs.length == 0 ? 0 : runs[0];
    this.more = runs.length <= 1 ? NONE : Arrays.copyOfRange(runs, 1, runs.length);
    this.length = length;
    this.words = words;
  }

  /** Whether it is the same field. */
  boolean isSame(Bits other) {
    return length == other.length && run == other.run && Arrays.equals(more, other.more);
  }
}

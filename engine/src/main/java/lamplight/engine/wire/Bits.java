package lamplight.engine.wire;

import java.util.Arrays;
import java.util.List;

/** A field as it is packed: its bits, and the words that they name. */
final class Bits {

  /** 64 bits each, the highest first, the last filled up with zeros. */
  final long[] runs;

  /** How many bits. */
  final int length;

  final List<Word> words;

  Bits(long[] runs, int length, List<Word> words) {
    this.runs = runs;
    this.length = length;
    this.words = words;
  }

  /** Whether it is the same field. */
  boolean isSame(Bits other) {
    return length == other.length && Arrays.equals(runs, other.runs);
  }
}

package lamplight.engine.wire;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import lamplight.engine.sync.StateHash;

/**
 * Which words of a session's dictionary a client has been told. A client is told a word when it is
 * first sent something that names it, and never before, so that no dictionary tells of what is
 * still to be found.
 */
public final class Vocabulary {

  /** By the lists' codes. */
  private final List<BitSet> known = Stream.of(Sort.values()).map(list -> new BitSet()).toList();

  private int sum;

  /** Notes a word; false if it was known. */
  boolean learn(Word word) {
    BitSet numbers = known.get(word.list().code);
    if (numbers.get(word.number())) {
      return false;
    }
    numbers.set(word.number());
    sum += crc(word);
    return true;
  }

  boolean isEmpty() {
    return known.stream().allMatch(BitSet::isEmpty);
  }

  /** The next lower number of its list that is known; -1 if there is none. */
  int below(Word word) {
    return known.get(word.list().code).previousSetBit(word.number() - 1);
  }

  /**
   * The sum of the CRC-32 of the words' lines, as the hash of state is: what HELLO names as {@code
   * dict}.
   */
  public StateHash hash() {
    return new StateHash(sum);
  }

  static int crc(Word word) {
    CRC32 crc = new CRC32();
    crc.update(word.line().getBytes(StandardCharsets.UTF_8));
    return (int) crc.getValue();
  }
}

package lamplight.engine.wire;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32;
import lamplight.engine.sync.StateHash;

/**
 * Which words of a session's dictionary a client has been told. A client is told a word when it is
 * first sent something that names it, and never before, so that no dictionary tells of what is
 * still to be found.
 */
public final class Vocabulary {

  private final Map<Sort, BitSet> known = new EnumMap<>(Sort.class);
  private int sum;

  /** Notes a word; false if it was known. */
  public boolean learn(Word word) {
    BitSet numbers = known.computeIfAbsent(word.list(), list -> new BitSet());
    if (numbers.get(word.number())) {
      return false;
    }
    numbers.set(word.number());
    sum += crc(word);
    return true;
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

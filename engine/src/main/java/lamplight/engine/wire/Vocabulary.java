package lamplight.engine.wire;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.sync.StateHash;

/**
 * Which words of a session's dictionary a client has been told. A client is told a word when it is
 * first sent something that names it, and never before, so that no dictionary tells of what is
 * still to be found.
 */
public final class Vocabulary {

  private final WordSet known = new WordSet();
  private int sum;

  /** Whether the client was told all of them. */
  boolean knows(WordSet words) {
    return known.containsAll(words);
  }

  /** Notes words; those that were not known before, by list and number. */
  List<Word> learn(WordSet words, Dictionary dictionary) {
    List<Word> fresh = new ArrayList<>();
    words.without(known, (list, number) -> fresh.add(dictionary.word(list, number)));
    known.addAll(words);
    fresh.forEach(word -> sum += word.crc());
    return fresh;
  }

  boolean isEmpty() {
    return known.isEmpty();
  }

  /** The next lower number of its list that is known; -1 if there is none. */
  int below(Word word) {
    return known.below(word.list(), word.number());
  }

  /**
   * The sum of the CRC-32 of the words' lines, as the hash of state is: what HELLO names as {@code
   * dict}.
   */
  public StateHash hash() {
    return new StateHash(sum);
  }
}

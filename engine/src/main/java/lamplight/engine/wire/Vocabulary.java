package lamplight.engine.wire;

import java.util.List;
import lamplight.engine.sync.StateHash;

/**
 * Which words of a session's dictionary a client has been told. A client is told a word when it is
 * first sent something that names it, and never before, so that no dictionary tells of what is
 * still to be found.
 */
public final class Vocabulary {

  private final WordSet known = new WordSet();
  private int size;
  private int sum;

  /** Notes words; adds those to {@code fresh} that were not known before, by list and number. */
  void learn(WordSet words, Dictionary dictionary, List<Word> fresh) {
    if (size == dictionary.size()) {
      return; // nobody has words to tell to one who knows all
    }
    words.without(
        known,
        (list, number) -> {
          Word word = dictionary.word(list, number);
          fresh.add(word);
          known.add(list, number);
          sum += word.crc();
          size++;
        });
  }

  boolean isEmpty() {
    return size == 0;
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

package lamplight.engine.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Bits in the making, and the words that they name. */
final class Sheet {

  final BitWriter bits = new BitWriter(64);
  final List<Word> words = new ArrayList<>();
  private final Dictionary dictionary;

  Sheet(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** Puts a word's number; false if the dictionary has no room for it. */
  boolean word(Sort list, String text) {
    Word word = dictionary.word(list, text);
    if (word == null) {
      return false;
    }
    bits.number(word.number(), list.order);
    words.add(word);
    return true;
  }

  /** Notes that words of a list were named otherwise. */
  void name(Sort list, int[] numbers) {
    for (int number : numbers) {
      words.add(dictionary.word(list, number));
    }
  }

  /** The words that were named, each once. */
  List<Word> named() {
    return List.copyOf(new LinkedHashSet<>(words));
  }
}

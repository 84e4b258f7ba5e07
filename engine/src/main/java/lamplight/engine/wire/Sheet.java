package lamplight.engine.wire;

import java.util.ArrayList;
import java.util.List;

/** A field's bits in the making, and the words that they name. */
final class Sheet {

  final BitWriter bits = new BitWriter(64);
  final List<Word> words = new ArrayList<>();
  private final Dictionary dictionary;

  Sheet(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  Dictionary dictionary() {
    return dictionary;
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

  /** What was put, which leaves the sheet empty. */
  Bits taken() {
    Bits taken = new Bits(bits.runs(), bits.length(), List.copyOf(words));
    clear();
    return taken;
  }

  void clear() {
    bits.cut(0);
    words.clear();
  }
}

package lamplight.engine.wire;

import lamplight.engine.sync.Keeper;
import lamplight.engine.sync.Key;
import org.jspecify.annotations.Nullable;

/**
 * The word that a key is about. It stays with the key, which all entries have that take each
 * other's place, so that it is looked up once however often what is known of the thing changes.
 */
record Topic(Dictionary dictionary, Word word) implements Keeper.Form {

  /** The word of a key's id in a list; null if the dictionary has no room for it. */
  static @Nullable Word of(Key key, Sort list, Dictionary dictionary) {
    if (key.form() instanceof Topic known
        && known.dictionary == dictionary
        && known.word.list() == list) {
      return known.word;
    }
    Word word = dictionary.word(list, key.id());
    if (word != null) {
      key.keep(new Topic(dictionary, word));
    }
    return word;
  }
}

package lamplight.engine.parse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.model.Thing;

/**
 * The words that stand for one thing or player, folded as in a {@link Sentence}.
 *
 * @param words all of the others
 */
record Called(
    Collection<String> nouns,
    Collection<String> plurals,
    Collection<String> adjectives,
    Collection<String> words) {
  /** No word stands for it. */
  static final Called NOTHING = new Called(List.of(), List.of(), List.of(), List.of());

  static Called of(Thing thing) {
    Set<String> nouns = new HashSet<>();
    Set<String> adjectives = new HashSet<>(words(thing.adjectives()));
    for (String noun : thing.nouns()) {
      List<String> words = words(List.of(noun));
      if (!words.isEmpty()) {
        nouns.add(words.get(words.size() - 1));
        adjectives.addAll(words.subList(0, words.size() - 1));
      }
    }
    Set<String> plurals = new HashSet<>(plurals(nouns));
    Set<String> words = new HashSet<>(nouns);
    words.addAll(plurals);
    words.addAll(adjectives);
    return new Called(
        Set.copyOf(nouns), Set.copyOf(plurals), Set.copyOf(adjectives), Set.copyOf(words));
  }

  /**
   * A player is called by each word of the name. The words are few, and made anew for each command:
   * so they are no sets.
   */
  static Called player(String name) {
    List<String> nouns = Sentence.of(name).words();
    List<String> plurals = plurals(nouns);
    List<String> words = new ArrayList<>(nouns);
    words.addAll(plurals);
    return new Called(nouns, plurals, List.of(), words);
  }

  /** Whether a word is one of these, as it stands. */
  boolean knows(String word) {
    return words.contains(word);
  }

  boolean isNoun(String word) {
    return nouns.contains(word) || plurals.contains(word);
  }

  boolean isPlural(String word) {
    return plurals.contains(word);
  }

  /** Whether one of the words begins with these letters. */
  boolean begins(String start) {
    return all().anyMatch(word -> word.startsWith(start));
  }

  Stream<String> all() {
    return Stream.concat(nouns.stream(), adjectives.stream());
  }

  private static List<String> plurals(Collection<String> nouns) {
    List<String> plurals = new ArrayList<>();
    for (String noun : nouns) {
      plurals.addAll(English.plurals(noun));
    }
    return plurals;
  }

  private static List<String> words(List<String> phrases) {
    List<String> words = new ArrayList<>();
    for (String phrase : phrases) {
      words.addAll(Sentence.of(phrase).words());
    }
    return words;
  }
}

package lamplight.engine.parse;

import java.util.ArrayList;
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
record Called(Set<String> nouns, Set<String> plurals, Set<String> adjectives, Set<String> words) {
  /** No word stands for it. */
  static final Called NOTHING = new Called(Set.of(), Set.of(), Set.of(), Set.of());

  Called {
    nouns = Set.copyOf(nouns);
    plurals = Set.copyOf(plurals);
    adjectives = Set.copyOf(adjectives);
    words = Set.copyOf(words);
  }

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
    return of(nouns, adjectives);
  }

  /** A player is called by each word of the name. */
  static Called player(String name) {
    return of(new HashSet<>(words(List.of(name))), Set.of());
  }

  /** Whether a word is one of these, as it stands. */
  boolean knows(String word) {
    return words.contains(word);
  }

  boolean isNoun(String word) {
    return nouns.contains(word) || plurals.contains(word);
  }

  /** Whether one of the words begins with these letters. */
  boolean begins(String start) {
    return all().anyMatch(word -> word.startsWith(start));
  }

  Stream<String> all() {
    return Stream.concat(nouns.stream(), adjectives.stream());
  }

  private static Called of(Set<String> nouns, Set<String> adjectives) {
    Set<String> plurals = new HashSet<>();
    nouns.forEach(noun -> plurals.addAll(English.plurals(noun)));
    Set<String> words = new HashSet<>(nouns);
    words.addAll(plurals);
    words.addAll(adjectives);
    return new Called(nouns, plurals, adjectives, words);
  }

  private static List<String> words(List<String> phrases) {
    List<String> words = new ArrayList<>();
    for (String phrase : phrases) {
      words.addAll(Sentence.of(phrase).words());
    }
    return words;
  }
}

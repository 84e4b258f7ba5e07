package lamplight.engine.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.model.Article;

/** What follows from a name in English: nouns, adjectives, articles. */
final class Words {
  private static final Set<String> LITTLE =
      Set.of("a", "an", "the", "of", "and", "in", "on", "with", "for", "from", "to", "at");

  /** Words that already say how many or whose. */
  private static final Set<String> DETERMINERS =
      Set.of(
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "twelve",
          "several",
          "many",
          "few",
          "some",
          "no",
          "your",
          "my",
          "his",
          "her",
          "their",
          "something");

  private static final List<String> SPOKEN_WITH_VOWEL = List.of("hour", "hono", "heir", "honest");
  private static final List<String> SPOKEN_WITHOUT =
      List.of("uni", "use", "eu", "one", "once", "ewe", "uti", "ur");

  private Words() {}

  /** A key whose value is a list of words that players type. */
  static Key<List<String>> key(String name) {
    return Key.of(
        name,
        Forms.listOf(Forms.STRING).map(words -> words.stream().map(Words::lower).toList()),
        List.of());
  }

  /** The nouns of a name, where the author gives none: its last word. */
  static List<String> nouns(String name) {
    List<String> words = split(name);
    return words.isEmpty() ? List.of() : List.of(words.get(words.size() - 1));
  }

  /** The adjectives of a name, where the author gives none: its other words. */
  static List<String> adjectives(String name, List<String> nouns) {
    List<String> words = new ArrayList<>(split(name));
    words.removeAll(nouns);
    words.removeAll(LITTLE);
    return words.stream().distinct().toList();
  }

  /** The article of a name, where the author gives none. */
  static Article article(String name, boolean plural) {
    List<String> words = split(name);
    if (words.isEmpty() || Character.isUpperCase(name.charAt(0))) {
      return Article.NONE;
    }
    String first = words.get(0);
    if (DETERMINERS.contains(first) || (first.startsWith("some") && first.contains("body"))) {
      return Article.NONE;
    }
    if (plural) {
      return Article.SOME;
    }
    return soundsLikeVowel(first) ? Article.AN : Article.A;
  }

  /** The author's word for an article; "" for none. */
  static Optional<Article> article(String word) {
    return word.isEmpty()
        ? Optional.of(Article.NONE)
        : Stream.of(Article.values())
            .filter(article -> article != Article.NONE)
            .filter(article -> lower(article.name()).equals(word))
            .findFirst();
  }

  private static boolean soundsLikeVowel(String word) {
    if ("aeiou".indexOf(word.charAt(0)) >= 0) {
      return SPOKEN_WITHOUT.stream().noneMatch(word::startsWith);
    }
    return SPOKEN_WITH_VOWEL.stream().anyMatch(word::startsWith);
  }

  private static List<String> split(String name) {
    return Stream.of(lower(name).split("[^\\p{L}\\p{N}'’-]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}

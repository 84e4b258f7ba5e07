package lamplight.engine.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The forms of English that texts need: verbs, articles, numbers and lists. */
public final class Grammar {
  private static final Map<String, String> THIRD_PERSON =
      Map.of("be", "is", "have", "has", "do", "does", "go", "goes");
  private static final List<String> NUMBERS =
      List.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");
  private static final Map<String, String> PLURALS =
      Map.of(
          "man",
          "men",
          "woman",
          "women",
          "child",
          "children",
          "foot",
          "feet",
          "tooth",
          "teeth",
          "mouse",
          "mice",
          "knife",
          "knives",
          "shelf",
          "shelves",
          "leaf",
          "leaves");

  private static final List<String> HISSING = List.of("s", "x", "z", "ch", "sh");

  private Grammar() {}

  /** A verb for he, she, it or a name. */
  public static String third(String base) {
    String known = THIRD_PERSON.get(base);
    if (known != null) {
      return known;
    }
    if (endsInConsonantY(base)) {
      return base.substring(0, base.length() - 1) + "ies";
    }
    return base + (hisses(base) ? "es" : "s");
  }

  /** A verb for you, we or they. */
  public static String plain(String base) {
    return base.equals("be") ? "are" : base;
  }

  /** A noun for more than one. */
  public static String plural(String noun) {
    String known = PLURALS.get(noun);
    if (known != null) {
      return known;
    }
    return endsInConsonantY(noun)
        ? noun.substring(0, noun.length() - 1) + "ies"
        : noun + (hisses(noun) ? "es" : "s");
  }

  /** {@code a} or {@code an}, by the sound that the spelling suggests. */
  public static String indefinite(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean vowel = !lower.isEmpty() && "aeiou".indexOf(lower.charAt(0)) >= 0;
    boolean soundsLikeYou = lower.matches("(uni|use|usu|eu|one|once|uti).*");
    boolean silentH = lower.matches("(hour|honest|heir|honou?r).*");
    return (vowel && !soundsLikeYou) || silentH ? "an" : "a";
  }

  /** A number in words up to twelve, in digits beyond. */
  public static String number(int number) {
    return number >= 0 && number < NUMBERS.size() ? NUMBERS.get(number) : Integer.toString(number);
  }

  /** The words with their first letter in upper case. */
  public static String capital(String words) {
    if (words.isEmpty()) {
      return words;
    }
    if (Character.isUpperCase(words.charAt(0))) {
      return words;
    }
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }

  private static boolean endsInConsonantY(String word) {
    return word.length() > 1
        && word.endsWith("y")
        && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0;
  }

  private static boolean hisses(String word) {
    boolean endsInO = word.length() > 1 && word.endsWith("o") && !word.endsWith("oo");
    if (endsInO) {
      return true;
    }
    for (String ending : HISSING) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}

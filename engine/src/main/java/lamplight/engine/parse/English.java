package lamplight.engine.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The small words that hold English noun phrases together, folded as in a {@link Sentence}. */
final class English {
  static final Set<String> OTHER = Set.of("other");
  static final Set<String> ARTICLES = Set.of("the", "a", "an", "some", "my", "your", "of");
  static final Set<String> POINTERS = Set.of("this", "that", "these", "those");
  static final Set<String> ALL = Set.of("all", "everything", "every", "each", "both");
  static final Set<String> ANY = Set.of("any", "either", "whichever", "whatever");
  static final Set<String> NONE =
      Set.of("none", "neither", "nothing", "nobody", "cancel", "nevermind", "never");
  static final Set<String> EXCEPT = Set.of("except", "but", "excluding", "besides", "without");
  static final Set<String> AND = Set.of("and", ",", "plus");
  static final Set<String> ONE = Set.of("one", "ones", "thing", "things", "stuff", "items", "item");

  /** What stands between a thing and where it is. */
  static final Set<String> WHERE =
      Set.of("in", "inside", "on", "upon", "from", "with", "by", "at", "that", "which");

  /** What somebody does with a thing to have it, in "the key that Bea carries". */
  static final Set<String> HAVING =
      Set.of(
          "has",
          "have",
          "got",
          "carries",
          "carry",
          "holds",
          "hold",
          "wears",
          "wear",
          "carrying",
          "holding",
          "wearing",
          "is",
          "am",
          "are",
          "held",
          "carried",
          "worn",
          "lies",
          "lying");

  static final Set<String> HERE = Set.of("here", "there", "floor", "ground");
  static final Set<String> MINE = Set.of("mine", "my");
  static final Set<String> IT = Set.of("it", "this", "that");
  static final Set<String> THEM = Set.of("them", "em", "these", "those", "they");
  static final Set<String> HIM = Set.of("him", "he");
  static final Set<String> HER = Set.of("her", "she");
  static final Set<String> ME = Set.of("me", "myself", "self", "i");

  /** Whose something is, if a pronoun says it. */
  static final Set<String> WHOSE = Set.of("his", "her", "its", "their");

  private static final List<String> NUMBERS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");
  private static final Map<String, Integer> ORDINALS =
      Map.of(
          "first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5, "sixth", 6, "seventh", 7,
          "eighth", 8, "ninth", 9, "tenth", 10);

  /** What makes digits a place: "2nd". */
  private static final Set<String> BEHIND_DIGITS = Set.of("st", "nd", "rd", "th");

  private static final List<String> HISSING = List.of("s", "x", "z", "ch", "sh", "o");
  private static final List<String> VOWEL_AND_Y = List.of("ay", "ey", "iy", "oy", "uy");

  private English() {}

  static boolean pronoun(String word) {
    return IT.contains(word) || THEM.contains(word) || HIM.contains(word) || HER.contains(word);
  }

  /** The pronoun for whom something belongs to: "him" for "his". */
  static String owner(String whose) {
    return switch (whose) {
      case "his" -> "him";
      case "its" -> "it";
      case "their" -> "them";
      default -> whose;
    };
  }

  /** The number that a word says, from 1 to 999. */
  static OptionalInt number(String word) {
    int said = NUMBERS.indexOf(word);
    if (said >= 0) {
      return positive(said);
    }
    boolean digits = word.length() <= 3 && isDigits(word);
    return digits ? positive(Integer.parseInt(word)) : OptionalInt.empty();
  }

  private static boolean isDigits(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The place that a word says: first is 1, last is {@link Integer#MAX_VALUE}. */
  static OptionalInt ordinal(String word) {
    if (word.equals("last")) {
      return OptionalInt.of(Integer.MAX_VALUE);
    }
    Integer place = ORDINALS.get(word);
    if (place != null) {
      return OptionalInt.of(place);
    }
    int digits = word.length() - 2;
    boolean short_ = digits > 0 && BEHIND_DIGITS.contains(word.substring(digits));
    return short_ ? number(word.substring(0, digits)) : OptionalInt.empty();
  }

  /** What the plural of a noun may be; the last one is the likeliest. */
  static List<String> plurals(String noun) {
    List<String> plurals = new ArrayList<>();
    plurals.add(noun.concat("s"));
    if (endsIn(noun, HISSING)) {
      plurals.add(noun.concat("es"));
    } else if (noun.length() > 1 && noun.endsWith("y") && !endsIn(noun, VOWEL_AND_Y)) {
      plurals.add(noun.substring(0, noun.length() - 1) + "ies");
    } else if (noun.endsWith("f") || noun.endsWith("fe")) {
      plurals.add(noun.substring(0, noun.lastIndexOf('f')) + "ves");
    } else if (noun.endsWith("man")) {
      plurals.add(noun.substring(0, noun.length() - 2) + "en");
    }
    return plurals;
  }

  private static boolean endsIn(String noun, List<String> endings) {
    for (String ending : endings) {
      if (noun.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static OptionalInt positive(int number) {
    return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
  }
}

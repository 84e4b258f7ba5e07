package lamplight.engine.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One way to say a verb: words and placeholders, such as {@code put HELDS in THING}.
 *
 * <p>A word may be a choice, {@code take/get/grab THINGS}: then the line stands for one pattern for
 * each. A comma is a word.
 */
record Pattern(List<Part> parts) {
  private static final int ALTERNATIVES = 256;

  Pattern {
    parts = List.copyOf(parts);
  }

  sealed interface Part {}

  record Word(String word) implements Part {}

  record Gap(Slot slot) implements Part {}

  /**
   * The patterns that a line stands for.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong
   */
  static List<Pattern> parse(String line) {
    List<List<Part>> patterns = List.of(List.of());
    for (String word : line.strip().split("\\s+", -1)) {
      if (word.isEmpty()) {
        throw new IllegalArgumentException("a pattern needs a word; write one like: polish THING");
      }
      List<List<Part>> longer = new ArrayList<>();
      for (List<Part> start : patterns) {
        for (Part part : parts(word, line)) {
          longer.add(Stream.concat(start.stream(), Stream.of(part)).toList());
        }
      }
      if (longer.size() > ALTERNATIVES) {
        throw new IllegalArgumentException(
            "\"" + line + "\" stands for more than " + ALTERNATIVES + " patterns; use several");
      }
      patterns = longer;
    }
    return patterns.stream().map(Pattern::new).map(pattern -> pattern.checked(line)).toList();
  }

  /** Whether it has so many gaps, each of them for a noun, and one at its end. */
  boolean endsWithNoun(int nouns) {
    return parts.get(parts.size() - 1) instanceof Gap
        && parts.stream().filter(Gap.class::isInstance).count() == nouns
        && parts.stream().allMatch(part -> !(part instanceof Gap gap) || gap.slot().noun());
  }

  /** Its words up to the last part, with "" for each gap. */
  List<String> begun() {
    return parts.subList(0, parts.size() - 1).stream()
        .map(part -> part instanceof Word word ? word.word() : "")
        .toList();
  }

  /** How many of its parts are words: the more, the more it says. */
  int words() {
    return (int) parts.stream().filter(Word.class::isInstance).count();
  }

  /** How many words a sentence that fits has at least: what is said last can be signs alone. */
  int fewestWords() {
    return isText(parts.get(parts.size() - 1)) ? parts.size() - 1 : parts.size();
  }

  /** Whether it is about something, and not its words alone. */
  boolean hasGap() {
    return parts.stream().anyMatch(Gap.class::isInstance);
  }

  /** Whether some of its words can be anything. */
  boolean hasText() {
    for (Part part : parts) {
      if (isText(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isText(Part part) {
    return part instanceof Gap gap && gap.slot() == Slot.TEXT;
  }

  /** The pattern with all nouns alike: two patterns of one outline can say the same. */
  List<Part> outline() {
    return parts.stream()
        .map(part -> part instanceof Gap gap && gap.slot().noun() ? new Gap(Slot.THING) : part)
        .toList();
  }

  List<Slot> slots() {
    return parts.stream().filter(Gap.class::isInstance).map(part -> ((Gap) part).slot()).toList();
  }

  /**
   * Which of its nouns is the second one, by the number of the slot; -1 if none is.
   *
   * <p>It is the later one, but for a person in front of the thing without a word between: {@code
   * give PERSON HELDS} means {@code give HELDS to PERSON}.
   */
  int secondNoun() {
    int first = -1;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Gap gap && gap.slot().noun()) {
        if (first >= 0) {
          boolean dative =
              i == first + 1
                  && parts.get(first) instanceof Gap before
                  && before.slot() == Slot.PERSON
                  && gap.slot() != Slot.PERSON;
          return dative ? first : i;
        }
        first = i;
      }
    }
    return -1;
  }

  private Pattern checked(String line) {
    if (slots().stream().filter(Slot::noun).count() > 2) {
      throw new IllegalArgumentException("\"" + line + "\" has more than two nouns");
    }
    if (words() == 0 && slots().get(0) != Slot.DIRECTION) {
      throw new IllegalArgumentException("\"" + line + "\" has no word of its own");
    }
    if (slots().stream().filter(slot -> slot == Slot.TEXT).count() > 1) {
      throw new IllegalArgumentException("\"" + line + "\" has more than one TEXT");
    }
    return this;
  }

  private static List<Part> parts(String word, String line) {
    if (word.equals(",")) {
      return List.of(new Word(word));
    }
    if (word.equals(word.toUpperCase(Locale.ROOT)) && Character.isLetter(word.charAt(0))) {
      return List.of(new Gap(slot(word, line)));
    }
    return Stream.of(word.split("/", -1))
        .map(choice -> (Part) new Word(literal(choice, line)))
        .toList();
  }

  private static Slot slot(String word, String line) {
    return Stream.of(Slot.values())
        .filter(slot -> slot.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    word
                        + " in \""
                        + line
                        + "\" is no placeholder; use "
                        + Stream.of(Slot.values()).map(Slot::name).toList()));
  }

  private static String literal(String word, String line) {
    String folded = Sentence.fold(word);
    if (folded.isEmpty() || !Sentence.of(folded).words().equals(List.of(folded))) {
      throw new IllegalArgumentException(
          "\"" + word + "\" in \"" + line + "\" is no word that a player could type");
    }
    return folded;
  }
}

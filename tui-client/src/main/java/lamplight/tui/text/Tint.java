package lamplight.tui.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How an ink looks: one of the 16 colours that every terminal has, an exact colour for those that
 * have more (each may be missing: the terminal's own), and what else sets it off. Where there are
 * no colours the rest must do.
 *
 * @param exact red, green and blue, 0 to 255 each, as {@code 0xRRGGBB}
 */
public record Tint(Optional<Basic> basic, Optional<Integer> exact, Set<Mark> marks) {
  public Tint {
    marks = Set.copyOf(marks);
  }

  /** The colours that every terminal has. */
  public enum Basic {
    BLACK(0),
    RED(1),
    GREEN(2),
    YELLOW(3),
    BLUE(4),
    MAGENTA(5),
    CYAN(6),
    WHITE(7),
    GREY(8),
    BRIGHT_RED(9),
    BRIGHT_GREEN(10),
    BRIGHT_YELLOW(11),
    BRIGHT_BLUE(12),
    BRIGHT_MAGENTA(13),
    BRIGHT_CYAN(14),
    BRIGHT_WHITE(15);

    private final int number;

    Basic(int number) {
      this.number = number;
    }

    /**
     * The colour of a number, 0 to 15.
     *
     * @throws IllegalArgumentException for another number
     */
    public static Basic of(int number) {
      return Arrays.stream(values())
          .filter(colour -> colour.number == number)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no colour " + number));
    }

    /** Its number in terminals, 0 to 15. */
    public int number() {
      return number;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What sets words off without a colour. */
  public enum Mark {
    BOLD,
    ITALIC,
    UNDERLINE,
    REVERSE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How many colours a terminal has: none, 16, 256, or any. */
  public enum Depth {
    NONE,
    BASIC,
    INDEXED,
    TRUE;

    /** From the environment: {@code NO_COLOR}, {@code COLORTERM}, {@code TERM}. */
    public static Depth of(Map<String, String> environment) {
      if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
        return NONE;
      }
      String more = environment.getOrDefault("COLORTERM", "");
      if (more.equals("truecolor") || more.equals("24bit")) {
        return TRUE;
      }
      boolean many = !more.isEmpty() || environment.getOrDefault("TERM", "").contains("256color");
      return many ? INDEXED : BASIC;
    }
  }

  private static final String PLAIN = "plain";
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** The channel values of the 256 colours' cube of 6 by 6 by 6. */
  private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

  private static final int FIRST_OF_CUBE = 16;
  private static final int FIRST_GREY = 232;
  private static final int GREYS = 24;

  /** The 256 colours but for the first 16, which look different everywhere. */
  private static final int[] ALL_EXACT =
      IntStream.range(FIRST_OF_CUBE, FIRST_GREY + GREYS).map(Tint::colourOf).toArray();

  /**
   * Reads {@code "yellow #ffd75f bold"}.
   *
   * @throws IllegalArgumentException with a sentence that names the word that is not known
   */
  public static Tint parse(String text) {
    Optional<Basic> basic = Optional.empty();
    Optional<Integer> exact = Optional.empty();
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    for (String word : BLANKS.split(text.strip().toLowerCase(Locale.ROOT), -1)) {
      Optional<Basic> colour = byWord(Basic.values(), Basic::word, word);
      Optional<Mark> mark = byWord(Mark.values(), Mark::word, word);
      if (word.matches("#[0-9a-f]{6}")) {
        exact = Optional.of(Integer.parseInt(word.substring(1), 16));
      } else if (colour.isPresent()) {
        basic = colour;
      } else if (mark.isPresent()) {
        marks.add(mark.get());
      } else if (!word.equals(PLAIN)) {
        throw new IllegalArgumentException(
            "\"" + word + "\" is neither a colour (" + known() + ") nor a mark");
      }
    }
    return new Tint(basic, exact, marks);
  }

  private static String known() {
    List<String> words = new ArrayList<>(List.of("#rrggbb"));
    for (Basic colour : Basic.values()) {
      words.add(colour.word());
    }
    for (Mark mark : Mark.values()) {
      words.add(mark.word());
    }
    return String.join(", ", words);
  }

  private static <T> Optional<T> byWord(
      T[] all, java.util.function.Function<T, String> word, String wanted) {
    for (T one : all) {
      if (word.apply(one).equals(wanted)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  public boolean has(Mark mark) {
    return marks.contains(mark);
  }

  /** The nearest of the 256 colours to the exact one, by distance in red, green and blue. */
  public Optional<Integer> indexed() {
    return exact.map(Tint::nearest);
  }

  private static int nearest(int colour) {
    return FIRST_OF_CUBE + nearest(colour, ALL_EXACT);
  }

  /** Which of some colours is the nearest, by distance in red, green and blue. */
  public static int nearest(int colour, int... colours) {
    int best = 0;
    for (int index = 1; index < colours.length; index++) {
      if (distance(colour, colours[index]) < distance(colour, colours[best])) {
        best = index;
      }
    }
    return best;
  }

  /** The exact colour of one of the 256, from 16 on. */
  public static int colourOf(int index) {
    if (index >= FIRST_GREY) {
      int grey = 8 + 10 * (index - FIRST_GREY);
      return grey << 16 | grey << 8 | grey;
    }
    int place = index - FIRST_OF_CUBE;
    return CUBE[place / 36] << 16 | CUBE[place / 6 % 6] << 8 | CUBE[place % 6];
  }

  private static int distance(int one, int other) {
    int red = (one >> 16) - (other >> 16);
    int green = (one >> 8 & 255) - (other >> 8 & 255);
    int blue = (one & 255) - (other & 255);
    return red * red + green * green + blue * blue;
  }
}

package lamplight.tui.term;

import java.util.EnumMap;
import java.util.Map;
import lamplight.tui.text.Ink;

/**
 * How an ink looks: a colour of the 256 and the nearest of the 16 that every terminal has ({@code
 * NONE}: the terminal's own), and what else sets it off. Without colours the rest must do.
 */
record Tint(int indexed, int basic, boolean bold, boolean italic, boolean reverse) {
  static final int NONE = -1;

  /** How many colours a terminal has. */
  enum Depth {
    MONO,
    BASIC,
    INDEXED;

    /** From the environment: {@code NO_COLOR}, {@code COLORTERM}, {@code TERM}. */
    static Depth of(Map<String, String> environment) {
      if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
        return MONO;
      }
      boolean many =
          environment.containsKey("COLORTERM")
              || environment.getOrDefault("TERM", "").contains("256color");
      return many ? INDEXED : BASIC;
    }
  }

  private static final int RED = 1;
  private static final int GREEN = 2;
  private static final int YELLOW = 3;
  private static final int BLUE = 4;
  private static final int MAGENTA = 5;
  private static final int CYAN = 6;
  private static final int GREY = 8;

  private static final Map<Ink, Tint> TINTS = tints();

  static Tint of(Ink ink) {
    Tint tint = TINTS.get(ink);
    if (tint == null) {
      throw new IllegalStateException("no tint for " + ink);
    }
    return tint;
  }

  private static Map<Ink, Tint> tints() {
    Map<Ink, Tint> tints = new EnumMap<>(Ink.class);
    for (Ink ink : Ink.values()) {
      tints.put(
          ink,
          switch (ink) {
            case PROSE, EVENT -> plain(NONE, NONE);
            case ROOM -> bold(221, YELLOW);
            case ITEM -> plain(116, CYAN);
            case PERSON -> plain(176, MAGENTA);
            case PLAYER, GOOD -> plain(114, GREEN);
            case EXIT -> plain(111, BLUE);
            case EMPHASIS -> bold(NONE, NONE);
            case SPEECH -> plain(151, GREEN);
            case SYSTEM, FAINT -> plain(245, GREY);
            case HINT -> new Tint(180, YELLOW, false, true, false);
            case REFUSAL -> plain(216, NONE);
            case ECHO -> plain(179, YELLOW);
            case BORDER -> plain(240, GREY);
            case TITLE, NOTICE -> bold(215, YELLOW);
            case LOW -> plain(215, YELLOW);
            case BAD -> bold(203, RED);
            case HERE, SELECTED -> new Tint(221, YELLOW, false, false, true);
          });
    }
    return tints;
  }

  private static Tint plain(int indexed, int basic) {
    return new Tint(indexed, basic, false, false, false);
  }

  private static Tint bold(int indexed, int basic) {
    return new Tint(indexed, basic, true, false, false);
  }

  int colour(Depth depth) {
    return switch (depth) {
      case MONO -> NONE;
      case BASIC -> basic;
      case INDEXED -> indexed;
    };
  }
}

package lamplight.server.transport.telnet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lamplight.engine.telnet.Mtts;
import lamplight.engine.telnet.WindowSize;

/**
 * What one client told about itself: its names, its window, its variables, and whether it can take
 * UTF-8. Of what it tells in several places the best counts.
 */
final class ClientTraits {
  /** Answers to TTYPE SEND that are read; clients repeat the last one, or start again. */
  static final int MAX_TYPES = 4;

  /** The variables that are asked for; what is told of others is not kept. */
  static final List<String> VARIABLES =
      List.of(
          "CLIENT_NAME",
          "MTTS",
          "CHARSET",
          "TERMINAL_TYPE",
          "NO_COLOR",
          "SCREEN_READER",
          "OSC_HYPERLINKS");

  private static final int MAX_VALUE = 80;
  private static final int FEWEST_COLUMNS = 20;
  private static final int MOST_COLUMNS = 250;
  private static final String DUMB = "DUMB";
  private static final String UNKNOWN = "UNKNOWN";
  private static final String TINYFUGUE = "TINYFUGUE";

  private static final String MUSHCLIENT = "MUSHCLIENT";

  /** Clients that take a prompt out of the text when they see its EOR mark. */
  private static final List<String> PROMPT_TAKERS =
      List.of("MUDLET", MUSHCLIENT, "BLIGHTMUD", TINYFUGUE);

  /** How the question for UTF-8 went. */
  enum Charset {
    UNKNOWN,
    /** The client does not know the option, which says nothing about its screen. */
    NO_OPTION,
    UTF8,
    REJECTED
  }

  private final List<String> types = new ArrayList<>();
  private final Map<String, String> variables = new HashMap<>();
  private Mtts mtts = new Mtts(Set.of());
  private boolean toldMtts;
  private boolean takesPrompts;
  private Charset charset = Charset.UNKNOWN;
  private int width = 80;

  /** How all of it is best shown; asked for with every line, and seldom another. */
  private Ink ink = new Ink(colours(), ascii(), links());

  private boolean reader;

  /** Takes one answer to TTYPE SEND, in capitals; true if there may be another. */
  boolean type(String type) {
    boolean repeated = types.contains(type);
    if (!repeated && types.size() < MAX_TYPES) {
      types.add(type);
    }
    takesPrompts |= PROMPT_TAKERS.stream().anyMatch(type::startsWith);
    if (type.startsWith("MTTS ")) {
      mtts(type);
    }
    conclude();
    return !repeated && !toldMtts && types.size() < MAX_TYPES;
  }

  /** Takes variables of {@link #VARIABLES}; a later value of one counts. */
  void variables(Map<String, String> told) {
    told.forEach(
        (name, value) -> {
          if (VARIABLES.contains(name)) {
            String words = value.strip();
            variables.put(name, words.substring(0, Math.min(words.length(), MAX_VALUE)));
          }
        });
    mtts(variables.getOrDefault("MTTS", ""));
    conclude();
  }

  private void mtts(String word) {
    Mtts.read(word)
        .ifPresent(
            told -> {
              mtts = mtts.and(told);
              toldMtts = true;
            });
  }

  /** The window's size; nonsense is ignored. */
  void size(WindowSize size) {
    if (size.columns() > 0) {
      width = Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, size.columns()));
    }
  }

  void charset(Charset told) {
    charset = told;
    conclude();
  }

  /** The client asked for a character set, and UTF-8 was not among those that it knows. */
  void asksForNoUtf8() {
    if (charset != Charset.UTF8) {
      charset(Charset.REJECTED);
    }
  }

  /** A line's columns: a client that knows of its player's screen reader breaks lines by itself. */
  int width() {
    return reader ? Settings.UNBROKEN : width;
  }

  Ink ink() {
    return ink;
  }

  private void conclude() {
    ink = new Ink(colours(), ascii(), links());
    reader = mtts.has(Mtts.Bit.SCREEN_READER) || isOn("SCREEN_READER");
  }

  /** Its player uses a screen reader, and told the client so. */
  boolean reader() {
    return reader;
  }

  /**
   * A program that passes a terminal's keys on, whatever terminal that is: it knows no CHARSET, and
   * without BINARY it may eat bytes of UTF-8 characters.
   */
  boolean isPlainTerminal() {
    return charset == Charset.NO_OPTION && !types.isEmpty() && !toldMtts && !takesPrompts;
  }

  /**
   * A client that answers the question for UTF-8 only where it was told DO CHARSET: MUSHclient has
   * the two sides of RFC 2066 the other way round.
   */
  boolean wantsCharsetAsked() {
    return charset == Charset.NO_OPTION && !toldMtts && types.contains(MUSHCLIENT);
  }

  /** Whether what follows a prompt and its EOR mark stands on a line of its own already. */
  boolean takesPrompts() {
    return takesPrompts;
  }

  /** Whether it may have variables to tell, which few clients do. */
  boolean hasVariables() {
    return toldMtts || isPlainTerminal();
  }

  /** How the client calls itself, for the host's eyes. */
  String name() {
    String first = types.isEmpty() ? "" : types.get(0);
    String name = variables.getOrDefault("CLIENT_NAME", first).toLowerCase(Locale.ROOT);
    return name.isEmpty() ? "telnet" : "telnet " + name;
  }

  private boolean isTinyFugue() {
    return types.contains(TINYFUGUE);
  }

  private Ink.Colours colours() {
    if (!variables.getOrDefault("NO_COLOR", "").isEmpty()) {
      return Ink.Colours.NONE;
    }
    if (mtts.has(Mtts.Bit.TRUECOLOUR) || anyType("TRUECOLOR") || anyType("-DIRECT")) {
      return Ink.Colours.TRUE;
    }
    if (mtts.has(Mtts.Bit.COLOURS_256) || anyType("256COLOR")) {
      return Ink.Colours.MANY;
    }
    if (mtts.has(Mtts.Bit.ANSI)) {
      return Ink.Colours.SIXTEEN;
    }
    boolean none = toldMtts || types.isEmpty() || types.contains(DUMB);
    return none || types.equals(List.of(UNKNOWN)) ? Ink.Colours.NONE : Ink.Colours.SIXTEEN;
  }

  private boolean anyType(String part) {
    return types.stream().anyMatch(type -> type.contains(part))
        || variables.getOrDefault("TERMINAL_TYPE", "").toUpperCase(Locale.ROOT).contains(part);
  }

  private boolean ascii() {
    String said = variables.getOrDefault("CHARSET", "").toUpperCase(Locale.ROOT);
    boolean utf8 = charset == Charset.UTF8 || mtts.has(Mtts.Bit.UTF_8) || said.equals("UTF-8");
    boolean saidOther = toldMtts || !said.isEmpty() || charset == Charset.REJECTED;
    return isTinyFugue() || charset == Charset.REJECTED || (saidOther && !utf8);
  }

  private boolean links() {
    return mtts.has(Mtts.Bit.MSLP) || isOn("OSC_HYPERLINKS");
  }

  private boolean isOn(String variable) {
    String value = variables.getOrDefault(variable, "");
    return !value.isEmpty() && !value.equals("0");
  }
}

package lamplight.server.transport.telnet;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import lamplight.engine.prose.Columns;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * Prose as one client can show it: in as many colours as it has, in UTF-8 or folded to ASCII, and
 * never with a control character that came in with the words.
 *
 * @param colours words never rely on them
 * @param ascii the client showed that it cannot take UTF-8
 * @param links words may be links that send a command: the client asked for OSC 8
 */
record Ink(Colours colours, boolean ascii, boolean links) {
  /** How many colours a client has, by ANSI sequences. */
  enum Colours {
    NONE,
    SIXTEEN,
    /** The 256 of xterm. */
    MANY,
    /** Any, by red, green and blue. */
    TRUE
  }

  /** How words of one kind look, in each number of colours. */
  private enum Pen {
    PLAIN("", "", ""),
    EMPHASIS("1", "1", "1"),
    ROOM("1;33", "1;38;5;221", "1;38;2;255;215;95"),
    ITEM("36", "38;5;116", "38;2;135;215;215"),
    PERSON("35", "38;5;176", "38;2;215;135;215"),
    PLAYER("32", "38;5;114", "38;2;135;215;135"),
    EXIT("1;36", "38;5;111", "38;2;135;175;255"),
    SYSTEM("33", "38;5;179", "38;2;215;175;95"),
    HINT("32", "38;5;180", "38;2;215;175;135");

    private final String sixteen;
    private final String many;
    private final String exact;

    Pen(String sixteen, String many, String exact) {
      this.sixteen = sixteen;
      this.many = many;
      this.exact = exact;
    }

    private String style(Colours colours) {
      return switch (colours) {
        case NONE -> "";
        case SIXTEEN -> sixteen;
        case MANY -> many;
        case TRUE -> exact;
      };
    }
  }

  private static final String ESCAPE = "\u001b";
  private static final String RESET = ESCAPE + "[0m";
  private static final String LINK = ESCAPE + "]8;;";
  private static final String END_OF_SEQUENCE = ESCAPE + "\\";

  /**
   * What stands for itself in an address; a question mark, say, would end the command in Mudlet.
   */
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  /** What ASCII has for characters that do not fall apart into a letter and its accents. */
  private static final Map<Integer, String> IN_ASCII =
      Map.ofEntries(
          Map.entry(0x00AB, "\""), // quotation marks
          Map.entry(0x00BB, "\""),
          Map.entry(0x201C, "\""),
          Map.entry(0x201D, "\""),
          Map.entry(0x201E, "\""),
          Map.entry(0x2018, "'"),
          Map.entry(0x2019, "'"),
          Map.entry(0x201A, "'"),
          Map.entry(0x2032, "'"),
          Map.entry(0x2010, "-"), // hyphens and dashes
          Map.entry(0x2011, "-"),
          Map.entry(0x2012, "-"),
          Map.entry(0x2013, "-"),
          Map.entry(0x2014, "-"),
          Map.entry(0x2212, "-"),
          Map.entry(0x00B7, "*"),
          Map.entry(0x2022, "*"),
          Map.entry(0x00D7, "x"),
          Map.entry(0x2190, "<-"),
          Map.entry(0x2192, "->"),
          Map.entry(0x00C6, "AE"), // letters
          Map.entry(0x00E6, "ae"),
          Map.entry(0x0152, "OE"),
          Map.entry(0x0153, "oe"),
          Map.entry(0x00D8, "O"),
          Map.entry(0x00F8, "o"),
          Map.entry(0x0141, "L"),
          Map.entry(0x0142, "l"),
          Map.entry(0x0110, "D"),
          Map.entry(0x0111, "d"),
          Map.entry(0x00DE, "Th"),
          Map.entry(0x00FE, "th"),
          Map.entry(0x00F0, "d"),
          Map.entry(0x0131, "i"),
          Map.entry(0x00DF, "ss"));

  /** In plain code, as in {@link Typesetter}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ink ink
        && colours == ink.colours
        && ascii == ink.ascii
        && links == ink.links;
  }

  @Override
  public int hashCode() {
    return colours.hashCode();
  }

  /** The same in so many colours. */
  Ink with(Colours other) {
    return new Ink(other, ascii, links);
  }

  String row(TextKind kind, Line row) {
    StringBuilder out = new StringBuilder();
    for (Span span : row.spans()) {
      String words = words(span.words());
      String style = pen(kind, span.kind()).style(colours);
      String shown = style.isEmpty() ? words : ESCAPE + "[" + style + "m" + words + RESET;
      String command = links ? command(span) : "";
      out.append(command.isEmpty() ? shown : link(command, shown));
    }
    return out.toString();
  }

  /** The words without control characters, folded if need be. */
  String words(String words) {
    String clean = clean(words);
    return ascii ? fold(clean) : clean;
  }

  /** Whether the client does more with bytes than to show them as letters. */
  boolean hasEscapes() {
    return colours != Colours.NONE;
  }

  private static Pen pen(TextKind kind, Span.Kind span) {
    return switch (span) {
      case ROOM -> Pen.ROOM;
      case ITEM -> Pen.ITEM;
      case PERSON -> Pen.PERSON;
      case PLAYER -> Pen.PLAYER;
      case EXIT -> Pen.EXIT;
      case EMPHASIS -> Pen.EMPHASIS;
      case PLAIN ->
          switch (kind) {
            case SYSTEM, PROMPT -> Pen.SYSTEM;
            case HINT -> Pen.HINT;
            case ROOM, RESULT, EVENT, SPEECH -> Pen.PLAIN;
          };
    };
  }

  /** What a click on the words says; nothing where they stand for nothing to be done with. */
  private static String command(Span span) {
    return switch (span.kind()) {
      case EXIT -> "go " + span.id();
      case ITEM, PERSON -> "examine " + span.words();
      case PLAIN, ROOM, PLAYER, EMPHASIS -> "";
    };
  }

  /** A link is closed at once: an open one would make all that follows a link. */
  private static String link(String command, String shown) {
    StringBuilder address = new StringBuilder();
    for (byte octet : command.getBytes(StandardCharsets.UTF_8)) {
      address.append(
          UNRESERVED.indexOf(octet) >= 0
              ? String.valueOf((char) octet)
              : String.format("%%%02X", octet & 0xFF));
    }
    return LINK + "send:" + address + END_OF_SEQUENCE + shown + LINK + END_OF_SEQUENCE;
  }

  private static String clean(String words) {
    int first = 0;
    while (first < words.length() && !Character.isISOControl(words.charAt(first))) {
      first++;
    }
    if (first == words.length()) {
      return words;
    }
    StringBuilder out = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '\t') {
        out.append(' ');
      } else if (!Character.isISOControl(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String fold(String words) {
    if (words.chars().allMatch(c -> c < 0x80)) {
      return words;
    }
    StringBuilder out = new StringBuilder(words.length());
    Normalizer.normalize(words, Normalizer.Form.NFKD)
        .codePoints()
        .forEach(c -> out.append(fold(c)));
    return out.toString();
  }

  private static String fold(int codePoint) {
    if (codePoint < 0x80) {
      return Character.toString(codePoint);
    }
    return IN_ASCII.getOrDefault(codePoint, Columns.of(codePoint) == 0 ? "" : "?");
  }
}

package lamplight.server.transport.telnet;

import java.text.Normalizer;
import lamplight.engine.prose.Columns;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;

/**
 * Prose as one client can show it: with colours or without, in UTF-8 or folded to ASCII, and never
 * with a control character that came in with the words.
 *
 * @param colour sixteen colours by ANSI sequences; words never rely on them
 * @param ascii the client showed that it cannot take UTF-8
 */
record Ink(boolean colour, boolean ascii) {
  private static final String RESET = "\u001b[0m";

  String row(TextKind kind, Line row) {
    StringBuilder out = new StringBuilder();
    for (Span span : row.spans()) {
      String words = words(span.words());
      String style = colour ? style(kind, span.kind()) : "";
      if (style.isEmpty()) {
        out.append(words);
      } else {
        out.append("\u001b[").append(style).append('m').append(words).append(RESET);
      }
    }
    return out.toString();
  }

  /** The words without control characters, folded if need be. */
  String words(String words) {
    String clean = clean(words);
    return ascii ? fold(clean) : clean;
  }

  private static String style(TextKind kind, Span.Kind span) {
    return switch (span) {
      case ROOM -> "1;33";
      case ITEM -> "36";
      case PERSON -> "35";
      case PLAYER -> "32";
      case EXIT -> "1;36";
      case EMPHASIS -> "1";
      case PLAIN ->
          switch (kind) {
            case SYSTEM, PROMPT -> "33";
            case HINT -> "32";
            case ROOM, RESULT, EVENT, SPEECH -> "";
          };
    };
  }

  private static String clean(String words) {
    if (words.chars().noneMatch(Character::isISOControl)) {
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
    return switch (codePoint) {
      case '\u2018', '\u2019', '\u201A', '\u2032' -> "'";
      case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> "\"";
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> "-";
      case '\u00DF' -> "ss";
      case '\u00C6' -> "AE";
      case '\u00E6' -> "ae";
      case '\u00D8' -> "O";
      case '\u00F8' -> "o";
      case '\u2022', '\u00B7' -> "*";
      default -> Columns.of(codePoint) == 0 ? "" : "?";
    };
  }
}

package lamplight.tui.text;

import java.text.Normalizer;

/**
 * Makes text from outside fit for a grid of cells: composed (NFC), then without everything that is
 * not one visible code point a cell. So no text of a server or another player can move the cursor,
 * turn the direction of writing, or shift a column.
 */
public final class Clean {
  private static final int SOFT_HYPHEN = 0xad;

  private Clean() {}

  public static String text(String raw) {
    if (isPlainAscii(raw)) {
      return raw;
    }
    StringBuilder clean = new StringBuilder(raw.length());
    Normalizer.normalize(raw, Normalizer.Form.NFC)
        .codePoints()
        .map(codePoint -> isBlank(codePoint) ? ' ' : codePoint)
        .filter(Clean::isShown)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Whether the code point takes cells of its own and does nothing else to a terminal. */
  public static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          false;
      default -> codePoint != SOFT_HYPHEN && !isSkinTone(codePoint);
    };
  }

  private static boolean isSkinTone(int codePoint) {
    return codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;
  }

  private static boolean isBlank(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || Character.getType(codePoint) == Character.SPACE_SEPARATOR;
  }

  private static boolean isPlainAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}

package lamplight.tui.text;

import lamplight.engine.prose.Columns;

/** How many cells characters take in a frame, where each takes at least one. */
public final class Width {
  private Width() {}

  /** Cells of one code point that {@link Clean} let through: 1 or 2. */
  public static int of(int codePoint) {
    return Math.max(1, Columns.of(codePoint));
  }

  /** Cells of clean text. */
  public static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  /** As much of the text as fits into the cells; what was cut is marked by an ellipsis. */
  public static String fit(String text, int cells) {
    if (of(text) <= cells) {
      return text;
    }
    return cells < 1 ? "" : text.substring(0, prefix(text, 0, cells - 1)) + "…";
  }

  /**
   * The index after the last character that still fits when the text is laid out from an index on.
   */
  public static int prefix(String text, int from, int cells) {
    int at = from;
    int used = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      used += of(codePoint);
      if (used > cells) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }
}

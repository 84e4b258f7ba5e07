package lamplight.engine.prose;

/**
 * What people type, without what cannot be seen and changes how other words look: it is shown to
 * others, among words that are not theirs.
 *
 * <p>Gone are characters that turn the direction of what follows or have no shape at all, and all
 * but a few of the marks on one letter. What makes letters and pictures of several characters stays
 * where it does so: joiners, one variation selector, the letters of a flag, and in a line with
 * letters from right to left the marks of direction.
 */
public final class Visible {
  /** Marks on one letter; writing needs no more, and more reach into other lines. */
  static final int MOST_MARKS = 6;

  /**
   * First and last code points of Unicode's Default_Ignorable_Code_Point, ascending: characters
   * that show nothing by themselves.
   */
  private static final int[] UNSEEN = {
    0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B,
    0x200F, 0x202A, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0,
    0xFFA0, 0xFFF0, 0xFFFB, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
  };

  private static final int FIRST_UNUSUAL = 0x300;
  private static final int SOFT_HYPHEN = 0xAD;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int BLACK_FLAG = 0x1F3F4;

  private final StringBuilder out = new StringBuilder();
  private final boolean hasRightToLeft;

  /** Marks since the last character that is none; -1: there was none to be marked. */
  private int marks = -1;

  /** A joiner that counts if something to be joined follows; 0 for none. */
  private int joiner;

  /** Whether the last character was one of a flag of letters. */
  private boolean inFlag;

  private Visible(boolean hasRightToLeft) {
    this.hasRightToLeft = hasRightToLeft;
  }

  /** The words as they may be shown to others. */
  public static String of(String words) {
    if (isUsual(words)) {
      return words;
    }
    Visible visible = new Visible(words.codePoints().anyMatch(Visible::isRightToLeft));
    words.codePoints().forEach(visible::add);
    return visible.out.toString();
  }

  private static boolean isUsual(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (words.charAt(i) >= FIRST_UNUSUAL || words.charAt(i) == SOFT_HYPHEN) {
        return false;
      }
    }
    return true;
  }

  private void add(int codePoint) {
    if (isUnseen(codePoint)) {
      addUnseen(codePoint);
      return;
    }
    switch (Character.getType(codePoint)) {
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> put(' ');
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
        if (marks >= 0 && marks < MOST_MARKS) {
          marks++;
          out.appendCodePoint(codePoint);
        }
      }
      default -> put(codePoint);
    }
  }

  private void put(int codePoint) {
    if (joiner != 0 && !Character.isWhitespace(codePoint)) {
      out.appendCodePoint(joiner);
    }
    joiner = 0;
    marks = 0;
    inFlag = codePoint == BLACK_FLAG;
    out.appendCodePoint(codePoint);
  }

  private void addUnseen(int codePoint) {
    if (codePoint == JOINER || codePoint == NON_JOINER) {
      joiner = marks < 0 || endsBlank() ? 0 : codePoint;
    } else if (isDirection(codePoint)) {
      if (hasRightToLeft) {
        out.appendCodePoint(codePoint);
      }
    } else if (isSelector(codePoint)) {
      if (marks == 0 && !endsBlank()) {
        marks++; // one for a character
        out.appendCodePoint(codePoint);
      }
    } else if (inFlag && codePoint >= 0xE0020 && codePoint <= 0xE007F) {
      out.appendCodePoint(codePoint);
    }
  }

  private boolean endsBlank() {
    return out.length() == 0 || Character.isWhitespace(out.charAt(out.length() - 1));
  }

  private static boolean isUnseen(int codePoint) {
    for (int i = 0; i < UNSEEN.length && UNSEEN[i] <= codePoint; i += 2) {
      if (codePoint <= UNSEEN[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** Marks that have a direction and give none to others. */
  private static boolean isDirection(int codePoint) {
    return codePoint == 0x200E || codePoint == 0x200F || codePoint == 0x61C;
  }

  private static boolean isSelector(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
        || (codePoint >= 0x180B && codePoint <= 0x180D)
        || codePoint == 0x180F;
  }

  private static boolean isRightToLeft(int codePoint) {
    return switch (Character.getDirectionality(codePoint)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          !isDirection(codePoint);
      default -> false;
    };
  }
}

package lamplight.tui.term;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Tint;
import lamplight.tui.text.Width;

/**
 * Lanterna's characters, made once each: making one is slow and a screen shows few different ones.
 */
final class Cells {
  /**
   * More different cells than any script and set of inks on one screen; then the store starts anew.
   */
  private static final int MOST = 20_000;

  static final TextCharacter BLANK =
      new Cell(
          TextCharacter.fromString(" ", TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT)[0], false);

  /** Lanterna's names, by number. */
  private static final TextColor.ANSI[] BASIC = {
    TextColor.ANSI.BLACK,
    TextColor.ANSI.RED,
    TextColor.ANSI.GREEN,
    TextColor.ANSI.YELLOW,
    TextColor.ANSI.BLUE,
    TextColor.ANSI.MAGENTA,
    TextColor.ANSI.CYAN,
    TextColor.ANSI.WHITE,
    TextColor.ANSI.BLACK_BRIGHT,
    TextColor.ANSI.RED_BRIGHT,
    TextColor.ANSI.GREEN_BRIGHT,
    TextColor.ANSI.YELLOW_BRIGHT,
    TextColor.ANSI.BLUE_BRIGHT,
    TextColor.ANSI.MAGENTA_BRIGHT,
    TextColor.ANSI.CYAN_BRIGHT,
    TextColor.ANSI.WHITE_BRIGHT
  };

  private static final Map<Tint.Mark, SGR> MARKS =
      Map.of(
          Tint.Mark.BOLD, SGR.BOLD,
          Tint.Mark.ITALIC, SGR.ITALIC,
          Tint.Mark.UNDERLINE, SGR.UNDERLINE,
          Tint.Mark.REVERSE, SGR.REVERSE);

  private final Looks looks;
  private final Map<Ink, Map<String, TextCharacter>> made = new HashMap<>();
  private int count;

  Cells(Looks looks) {
    this.looks = looks;
  }

  /** The cell for a character. */
  TextCharacter of(String glyph, Ink ink) {
    Map<String, TextCharacter> ofInk = made.computeIfAbsent(ink, unused -> new HashMap<>());
    TextCharacter known = ofInk.get(glyph);
    if (known != null) {
      return known;
    }
    if (count++ >= MOST) {
      made.clear();
      count = 0;
    }
    TextCharacter fresh = make(glyph, ink);
    ofInk.put(glyph, fresh);
    return fresh;
  }

  private TextCharacter make(String glyph, Ink ink) {
    Tint tint = looks.theme().of(ink);
    boolean plain = !tint.has(Tint.Mark.REVERSE) && !tint.has(Tint.Mark.UNDERLINE);
    if (glyph.equals(" ") && plain) {
      return BLANK; // No colour of words shows in it.
    }
    EnumSet<SGR> marks = EnumSet.noneOf(SGR.class);
    MARKS.forEach(
        (mark, lanternas) -> {
          if (tint.has(mark)) {
            marks.add(lanternas);
          }
        });
    TextCharacter lanternas =
        TextCharacter.fromString(glyph, colour(tint), TextColor.ANSI.DEFAULT, marks)[0];
    return new Cell(lanternas, Width.of(glyph) == 2);
  }

  /** A character as wide as we say; Lanterna takes many emoji for narrow. */
  private static final class Cell extends TextCharacter {
    private static final long serialVersionUID = 1L;

    private final boolean wide;

    // No factory of Lanterna's makes a subclass.
    @SuppressWarnings("deprecation")
    Cell(TextCharacter lanternas, boolean wide) {
      super(lanternas);
      this.wide = wide;
    }

    @Override
    public boolean isDoubleWidth() {
      return wide;
    }

    /** Most cells of a screen are the very same as before, and Lanterna compares all of them. */
    @Override
    public boolean equals(Object other) {
      return this == other || super.equals(other);
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }

  private TextColor colour(Tint tint) {
    Optional<TextColor> colour =
        switch (looks.depth()) {
          case NONE -> Optional.empty();
          case BASIC -> basic(tint);
          case INDEXED ->
              tint.indexed().<TextColor>map(TextColor.Indexed::new).or(() -> basic(tint));
          case TRUE -> tint.exact().map(rgb -> exact(rgb, tint.indexed())).or(() -> basic(tint));
        };
    return colour.orElse(TextColor.ANSI.DEFAULT);
  }

  private static Optional<TextColor> basic(Tint tint) {
    return tint.basic().map(basic -> BASIC[basic.number()]);
  }

  /** A colour that is among the 256 takes fewer bytes by its number. */
  private static TextColor exact(int rgb, Optional<Integer> indexed) {
    return indexed
        .filter(index -> Tint.colourOf(index) == rgb)
        .<TextColor>map(TextColor.Indexed::new)
        .orElseGet(() -> new TextColor.RGB(rgb >> 16, rgb >> 8 & 255, rgb & 255));
  }
}

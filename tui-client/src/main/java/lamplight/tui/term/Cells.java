package lamplight.tui.term;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Width;

/**
 * Lanterna's characters, made once each: making one is slow and a screen shows few different ones.
 */
final class Cells {
  /**
   * More different cells than any script and set of inks on one screen; then the store starts anew.
   */
  private static final int MOST = 20_000;

  private static final TextColor.ANSI[] BASIC = {
    TextColor.ANSI.BLACK,
    TextColor.ANSI.RED,
    TextColor.ANSI.GREEN,
    TextColor.ANSI.YELLOW,
    TextColor.ANSI.BLUE,
    TextColor.ANSI.MAGENTA,
    TextColor.ANSI.CYAN,
    TextColor.ANSI.WHITE,
    TextColor.ANSI.BLACK_BRIGHT
  };

  private final Tint.Depth depth;
  private final Map<Ink, Map<String, TextCharacter>> made = new EnumMap<>(Ink.class);
  private int count;

  Cells(Tint.Depth depth) {
    this.depth = depth;
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
    Tint tint = Tint.of(ink);
    EnumSet<SGR> marks = EnumSet.noneOf(SGR.class);
    if (tint.bold()) {
      marks.add(SGR.BOLD);
    }
    if (tint.italic()) {
      marks.add(SGR.ITALIC);
    }
    if (tint.reverse()) {
      marks.add(SGR.REVERSE);
    }
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
  }

  private TextColor colour(Tint tint) {
    int colour = tint.colour(depth);
    if (colour == Tint.NONE) {
      return TextColor.ANSI.DEFAULT;
    }
    return depth == Tint.Depth.BASIC ? BASIC[colour] : new TextColor.Indexed(colour);
  }
}

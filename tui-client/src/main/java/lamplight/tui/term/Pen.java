package lamplight.tui.term;

import com.googlecode.lanterna.SGR;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.IntStream;
import lamplight.tui.state.Size;
import lamplight.tui.text.Width;

/**
 * Writes to a terminal in few bytes. It is told where to write, how, and what, one cell after
 * another; it knows what the terminal was told before, and so says only what is different, and only
 * once something is written there: a colour that nothing is written in, or a place that is left
 * again, costs nothing. Equal cells beside each other are one command where that is shorter.
 *
 * <p>Invariant: what the terminal shows after {@link #settle} is what it would show had every call
 * been carried out at once.
 */
final class Pen {
  private static final String CSI = "\u001b[";
  private static final String NO_COLOUR = "";

  /** Repeating a character costs this many bytes besides the character itself. */
  private static final int REPEAT_BYTES = 4;

  /** Moving by backspaces is shorter up to this many columns. */
  private static final int MOST_BACKSPACES = 3;

  /** For each mark, how it is switched on and off. */
  private static final Map<SGR, String[]> MARKS =
      Map.of(
          SGR.BOLD, new String[] {"1", "22"},
          SGR.ITALIC, new String[] {"3", "23"},
          SGR.UNDERLINE, new String[] {"4", "24"},
          SGR.REVERSE, new String[] {"7", "27"});

  /** Moving over blank cells by writing them is shorter up to this many columns. */
  private static final int MOST_BLANKS = 3;

  private final Blanks blanks;
  private final StringBuilder out = new StringBuilder();
  private Size size;
  private boolean repeats;

  /** Where the next cell goes, and how it looks. */
  private int column;

  private int row;
  private Look look = new Look(NO_COLOUR, EnumSet.noneOf(SGR.class));

  /** Where the terminal's cursor is, -1 if that is not sure, and how it writes. */
  private int actualColumn = -1;

  private int actualRow = -1;
  private Look actualLook = look;

  /** Equal cells that wait to be written, and where they begin. */
  private String glyph = "";

  private int count;
  private int runColumn;
  private int runRow;
  private Look runLook = look;

  /** Blank cells that were written before they were asked for: up to this column of this row. */
  private int blankUntil;

  private int blankRow = -1;

  /**
   * How cells look.
   *
   * @param colour the parameters that set the colour of the words; empty: the terminal's own
   */
  private record Look(String colour, EnumSet<SGR> marks) {
    /** Whether a blank in it looks as blank as any. */
    boolean isPlainWhenBlank() {
      return !marks.contains(SGR.REVERSE) && !marks.contains(SGR.UNDERLINE);
    }

    Look with(SGR mark, boolean on) {
      EnumSet<SGR> changed = EnumSet.copyOf(marks);
      if (on) {
        changed.add(mark);
      } else {
        changed.remove(mark);
      }
      return new Look(colour, changed);
    }
  }

  /** Which cells are to be blank, in a look that shows nothing of them. */
  interface Blanks {
    boolean at(int column, int row);
  }

  Pen(Size size, Blanks blanks) {
    this.size = size;
    this.blanks = blanks;
  }

  /** Whether the terminal can be told to repeat a character. */
  void repeats(boolean can) {
    repeats = can;
  }

  /** The terminal has another size; where its cursor is now is not sure. */
  void resize(Size next) {
    settleRun();
    size = next;
    lose();
  }

  /** The terminal's cursor may be anywhere. */
  void lose() {
    actualColumn = -1;
    actualRow = -1;
  }

  void at(int atColumn, int atRow) {
    column = atColumn;
    row = atRow;
  }

  /** The words' colour from now on, as SGR parameters; empty: the terminal's own. */
  void colour(String parameters) {
    look = new Look(parameters, look.marks);
  }

  void mark(SGR mark, boolean on) {
    if (MARKS.containsKey(mark)) {
      look = look.with(mark, on);
    }
  }

  void plain() {
    look = new Look(NO_COLOUR, EnumSet.noneOf(SGR.class));
  }

  /** Writes one character, and goes on behind it. */
  void put(String character) {
    boolean goesOn =
        character.equals(glyph)
            && look.equals(runLook)
            && row == runRow
            && column == runColumn + count * Width.of(glyph);
    if (!goesOn || count == 0) {
      settleRun();
      if (isBlank(character, look) && row == blankRow && column < blankUntil) {
        column++;
        return;
      }
      glyph = character;
      runColumn = column;
      runRow = row;
      runLook = look;
    }
    count++;
    column += Width.of(character);
  }

  /** Moves the rows of a part up; blank ones follow. The terminal's own margins are used. */
  void scroll(int firstColumn, int lastColumn, int firstRow, int lastRow, int rows) {
    settleRun();
    blankRow = -1;
    dress(new Look(NO_COLOUR, EnumSet.noneOf(SGR.class)));
    boolean narrow = firstColumn > 0 || lastColumn < size.columns() - 1;
    if (narrow) {
      csi("?69h").csi((firstColumn + 1) + ";" + (lastColumn + 1) + "s");
    }
    csi((firstRow + 1) + ";" + (lastRow + 1) + "r");
    csi((lastRow + 1) + ";" + (firstColumn + 1) + "H");
    out.append("\n".repeat(rows));
    csi("r");
    if (narrow) {
      csi("?69l"); // The margins go with the mode.
    }
    lose();
  }

  /** Everything that was asked for so far, the cursor's place included; it is given once. */
  String settle() {
    settleRun();
    blankRow = -1;
    move(column, row);
    String bytes = out.toString();
    out.setLength(0);
    return bytes;
  }

  private void settleRun() {
    if (count == 0) {
      return;
    }
    move(runColumn, runRow);
    boolean blank = isBlank(glyph, runLook);
    if (!blank || !actualLook.isPlainWhenBlank()) {
      dress(runLook);
    }
    if (blank && erased()) {
      return;
    }
    int wide = Width.of(glyph);
    boolean repeated =
        repeats && wide == 1 && (count - 1) * utf8Length(glyph.codePointAt(0)) > REPEAT_BYTES;
    if (repeated) {
      out.append(glyph);
      csi((count - 1) + "b");
    } else {
      out.append(glyph.repeat(count));
    }
    actualColumn += count * wide;
    count = 0;
    if (actualColumn >= size.columns()) {
      lose(); // Where a cursor waits behind the last column is each terminal's own affair.
    }
  }

  private static boolean isBlank(String character, Look look) {
    return character.equals(" ") && look.isPlainWhenBlank();
  }

  /** One command for many blanks, with those that are blank behind them anyway. */
  private boolean erased() {
    int until = runColumn + count;
    while (until < size.columns() && blanks.at(until, runRow)) {
      until++;
    }
    int cells = until - runColumn;
    if (cells <= REPEAT_BYTES) {
      return false;
    }
    csi(cells + "X");
    count = 0;
    blankRow = runRow;
    blankUntil = until;
    return true;
  }

  private static int utf8Length(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  private Pen csi(String sequence) {
    out.append(CSI).append(sequence);
    return this;
  }

  private void move(int toColumn, int toRow) {
    int by = toColumn - actualColumn;
    if (actualRow != toRow || actualColumn < 0) {
      csi(toColumn == 0 ? (toRow + 1) + "H" : (toRow + 1) + ";" + (toColumn + 1) + "H");
    } else if (toColumn == 0 && by != 0) {
      out.append('\r');
    } else if (by > 0) {
      out.append(overBlanks(by) ? " ".repeat(by) : CSI + (by == 1 ? "C" : by + "C"));
    } else if (by < -MOST_BACKSPACES) {
      csi(-by + "D");
    } else {
      out.append("\b".repeat(-by));
    }
    actualColumn = toColumn;
    actualRow = toRow;
  }

  private boolean overBlanks(int by) {
    return by <= MOST_BLANKS
        && actualLook.isPlainWhenBlank()
        && IntStream.range(actualColumn, actualColumn + by)
            .allMatch(over -> blanks.at(over, actualRow));
  }

  /** Lets the terminal write in a look: by what is different, or from the start if shorter. */
  private void dress(Look wanted) {
    if (wanted.equals(actualLook)) {
      return;
    }
    StringBuilder changes = new StringBuilder();
    StringBuilder afresh = new StringBuilder("0");
    MARKS.forEach(
        (mark, onOff) -> {
          boolean on = wanted.marks.contains(mark);
          if (on != actualLook.marks.contains(mark)) {
            add(changes, onOff[on ? 0 : 1]);
          }
          if (on) {
            add(afresh, onOff[0]);
          }
        });
    if (!wanted.colour.equals(actualLook.colour)) {
      add(changes, wanted.colour.isEmpty() ? "39" : wanted.colour);
    }
    if (!wanted.colour.isEmpty()) {
      add(afresh, wanted.colour);
    }
    String shorter = changes.length() <= afresh.length() ? changes.toString() : afresh.toString();
    csi((shorter.equals("0") ? "" : shorter) + "m");
    actualLook = wanted;
  }

  private static void add(StringBuilder parameters, String more) {
    if (parameters.length() > 0) {
      parameters.append(';');
    }
    parameters.append(more);
  }
}

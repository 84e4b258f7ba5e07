package lamplight.tui.view;

import java.util.Arrays;
import java.util.Optional;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Size;
import lamplight.tui.state.Target;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import lamplight.tui.text.Width;
import org.jspecify.annotations.Nullable;

/**
 * A screen in the making. Lines are kept apart from text, as the directions that leave each cell:
 * where boxes share a border or a way meets a wall, the right junction comes out by itself. Text
 * lies over lines. Everything outside of the area is cut off.
 */
final class Canvas {
  static final int UP = 1;
  static final int RIGHT = 2;
  static final int DOWN = 4;
  static final int LEFT = 8;

  /** Box characters by the directions that leave the cell: bit 0 up, 1 right, 2 down, 3 left. */
  private static final String JUNCTIONS = " ╵╶╰╷│╭├╴╯─┴╮┤┬┼";

  private final Cells cells;
  private final Rect area;

  /** The part of the area that may be drawn on. */
  private final Rect clip;

  /** What a canvas and its parts draw on. */
  private static final class Cells {
    private final Size size;

    /** What was written; null where nothing was. */
    private final @Nullable String[] glyphs;

    private final Ink[] inks;
    private final byte[] lines;

    /** What a click on a cell means; null where it means nothing. */
    private final @Nullable Target[] targets;

    /** Words that are set off wherever they stand for something; none if empty. */
    private String focus = "";

    private Optional<Frame.Spot> cursor = Optional.empty();
    private Optional<Rect> moving = Optional.empty();

    Cells(Size size) {
      this.size = size;
      int count = size.columns() * size.rows();
      glyphs = new @Nullable String[count];
      inks = new Ink[count];
      Arrays.fill(inks, Ink.PROSE);
      lines = new byte[count];
      targets = new @Nullable Target[count];
    }
  }

  Canvas(Size size) {
    cells = new Cells(size);
    area = new Rect(0, 0, size.columns(), size.rows());
    clip = area;
  }

  private Canvas(Canvas whole, Rect area) {
    this.cells = whole.cells;
    this.area = area;
    this.clip = area.common(whole.clip);
  }

  /** A part of this canvas with an origin of its own, which nothing drawn on it can leave. */
  Canvas part(Rect part) {
    Rect moved =
        new Rect(
            area.column() + part.column(), area.row() + part.row(), part.columns(), part.rows());
    return new Canvas(this, moved);
  }

  int columns() {
    return area.columns();
  }

  int rows() {
    return area.rows();
  }

  /** Writes clean text as far as there is room; gives the column after it. */
  int write(int column, int row, String text, Ink ink) {
    int at = column;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int length = Character.charCount(codePoint);
      int cells = Width.of(codePoint);
      if (at + cells > columns()) {
        break;
      }
      put(at, row, text.substring(i, i + length), ink);
      if (cells == 2) {
        put(at + 1, row, "", ink);
      }
      at += cells;
      i += length;
    }
    return at;
  }

  int write(int column, int row, Row runs) {
    int at = column;
    for (Run run : runs.runs()) {
      at =
          run.ink().isLink()
              ? link(at, row, run.words(), run.ink())
              : write(at, row, run.words(), run.ink());
    }
    return at;
  }

  /** Writes words that stand for something; a click on them asks what can be done with it. */
  int link(int column, int row, String words, Ink ink) {
    String meant = words.strip();
    int end = write(column, row, words, meant.equals(cells.focus) ? Ink.SELECTED : ink);
    target(new Rect(column, row, end - column, 1), new Target.Words(meant));
    return end;
  }

  /** Words that are set off wherever they stand for something, from now on. */
  void focus(String words) {
    cells.focus = words;
  }

  /** Writes the text so that it ends at the right border, shortened if it has to be. */
  void writeRight(int row, String text, Ink ink, int blanks) {
    String fit = Width.fit(text, columns() - blanks);
    write(columns() - blanks - Width.of(fit), row, fit, ink);
  }

  void writeCentred(int row, String text, Ink ink) {
    String fit = Width.fit(text, columns());
    write((columns() - Width.of(fit)) / 2, row, fit, ink);
  }

  void fill(Rect part, Ink ink) {
    Canvas inside = part(part);
    for (int row = 0; row < inside.rows(); row++) {
      inside.write(0, row, " ".repeat(inside.columns()), ink);
    }
  }

  /** A click on a part means this. */
  void target(Rect part, Target target) {
    for (int row = part.row(); row <= part.bottom(); row++) {
      for (int column = part.column(); column <= part.right(); column++) {
        if (isInside(column, row)) {
          cells.targets[cell(column, row)] = target;
        }
      }
    }
  }

  /** Makes a part as if nothing had been drawn there. */
  void erase(Rect part) {
    Canvas inside = part(part);
    for (int row = 0; row < inside.rows(); row++) {
      for (int column = 0; column < inside.columns(); column++) {
        if (inside.isInside(column, row)) {
          int cell = inside.cell(column, row);
          halve(cell, " ");
          cells.glyphs[cell] = null;
          cells.lines[cell] = 0;
          cells.inks[cell] = Ink.PROSE;
          cells.targets[cell] = null;
        }
      }
    }
  }

  /** Lets lines leave a cell in the given directions, besides those that are there. */
  void line(int column, int row, int directions, Ink ink) {
    if (isInside(column, row)) {
      int cell = cell(column, row);
      cells.lines[cell] |= (byte) directions;
      if (cells.glyphs[cell] == null) {
        cells.inks[cell] = ink;
      }
    }
  }

  void horizontal(int from, int to, int row, Ink ink) {
    for (int column = from; column <= to; column++) {
      line(column, row, (column > from ? LEFT : 0) | (column < to ? RIGHT : 0), ink);
    }
  }

  void vertical(int column, int from, int to, Ink ink) {
    for (int row = from; row <= to; row++) {
      line(column, row, (row > from ? UP : 0) | (row < to ? DOWN : 0), ink);
    }
  }

  void box(Rect box, Ink ink) {
    horizontal(box.column(), box.right(), box.row(), ink);
    horizontal(box.column(), box.right(), box.bottom(), ink);
    vertical(box.column(), box.row(), box.bottom(), ink);
    vertical(box.right(), box.row(), box.bottom(), ink);
  }

  /** A pane: a box with a title in its upper border. Gives what is inside. */
  Canvas pane(Rect box, String title) {
    box(box, Ink.BORDER);
    if (!title.isEmpty()) {
      part(box).write(2, 0, " " + Width.fit(title, box.columns() - 6) + " ", Ink.TITLE);
    }
    return part(box.inner());
  }

  /** All of this canvas is prose that moves up as it grows. */
  void moves() {
    cells.moving = Optional.of(area);
  }

  void cursor(int column, int row) {
    cells.cursor = Optional.of(new Frame.Spot(area.column() + column, area.row() + row));
  }

  private void put(int column, int row, String glyph, Ink ink) {
    if (isInside(column, row)) {
      int cell = cell(column, row);
      halve(cell, glyph);
      cells.glyphs[cell] = glyph;
      cells.inks[cell] = ink;
    }
  }

  /** Of a wide character that loses this cell to another glyph, the other half becomes blank. */
  private void halve(int cell, String glyph) {
    if ("".equals(cells.glyphs[cell]) && !glyph.isEmpty()) {
      cells.glyphs[cell - 1] = " ";
    }
    if (cell + 1 < cells.glyphs.length && "".equals(cells.glyphs[cell + 1])) {
      cells.glyphs[cell + 1] = " ";
    }
  }

  private boolean isInside(int column, int row) {
    return clip.contains(area.column() + column, area.row() + row);
  }

  private int cell(int column, int row) {
    return (area.row() + row) * cells.size.columns() + area.column() + column;
  }

  Frame frame() {
    String[] shown = new String[cells.lines.length];
    for (int i = 0; i < shown.length; i++) {
      String written = cells.glyphs[i];
      int directions = cells.lines[i];
      shown[i] = written != null ? written : JUNCTIONS.substring(directions, directions + 1);
    }
    return new Frame(
        cells.size, shown, cells.inks.clone(), cells.targets.clone(), cells.cursor, cells.moving);
  }
}

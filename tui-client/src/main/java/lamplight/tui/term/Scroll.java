package lamplight.tui.term;

import java.util.Optional;
import lamplight.tui.state.Rect;
import lamplight.tui.text.Ink;
import lamplight.tui.view.Frame;

/**
 * Prose that moves up as a whole. Every terminal moves whole rows for the price of a few bytes,
 * with all that stands beside the story on them; some move a part of the columns. What costs least
 * is taken: one of these, or to draw the story anew.
 *
 * @param part what moves
 * @param rows how far it moves up
 */
record Scroll(Rect part, int rows) {
  static final Scroll NONE = new Scroll(new Rect(0, 0, 0, 0), 0);

  /** A jump of more rows is drawn anew. */
  private static final int MOST_ROWS = 12;

  /** What moving the cursor to another place costs, in bytes. */
  private static final int JUMP = 6;

  /** What another ink costs, in bytes. */
  private static final int INK = 10;

  /** What a run of equal characters costs at most, in bytes. */
  private static final int REPEATED = 7;

  /** What the scrolling itself costs, in bytes. */
  private static final int OVERHEAD = 40;

  /**
   * The scroll after which there is least to draw, if that is less than without any.
   *
   * @param margins whether the terminal can move a part of the columns
   */
  static Scroll between(Frame before, Frame after, boolean margins) {
    Optional<Rect> moving = after.moving();
    if (moving.isEmpty() || !moving.equals(before.moving())) {
      return NONE;
    }
    Rect prose = moving.get();
    Rect part = margins ? prose : new Rect(0, prose.row(), after.size().columns(), prose.rows());
    Rect rows = new Rect(0, prose.row(), after.size().columns(), prose.rows());
    Scroll best = NONE;
    int least = NONE.cost(before, after, rows);
    for (int by = 1; by <= Math.min(MOST_ROWS, part.rows() - 1); by++) {
      Scroll scroll = new Scroll(part, by);
      int cost = OVERHEAD + scroll.cost(before, after, rows);
      if (cost < least) {
        least = cost;
        best = scroll;
      }
    }
    return best;
  }

  /** About how many bytes it takes to draw some rows after the scroll. */
  private int cost(Frame before, Frame after, Rect area) {
    int cost = 0;
    Ink ink = Ink.PROSE;
    for (int row = area.row(); row <= area.bottom(); row++) {
      int run = 0;
      for (int column = area.column(); column <= area.right(); column++) {
        if (!differs(before, after, column, row)) {
          run = 0;
          continue;
        }
        cost += run == 0 ? JUMP : 0;
        String glyph = after.glyph(column, row);
        boolean repeats = run > 0 && glyph.equals(after.glyph(column - 1, row));
        run = repeats || run == 0 ? run + 1 : 1;
        cost += run <= REPEATED ? 1 : 0;
        if (!after.ink(column, row).equals(ink) && !glyph.equals(" ")) {
          ink = after.ink(column, row);
          cost += INK;
        }
      }
    }
    return cost;
  }

  /** Whether a cell has to be drawn once the rows have moved. */
  boolean differs(Frame before, Frame after, int column, int row) {
    int from = part.contains(column, row) ? row + rows : row;
    if (from != row && from > part.bottom()) {
      return !after.isBlank(column, row);
    }
    return !before.ink(column, from).equals(after.ink(column, row))
        || !before.glyph(column, from).equals(after.glyph(column, row));
  }
}

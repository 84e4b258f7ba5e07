package lamplight.tui.term;

import java.util.Optional;
import lamplight.tui.text.Ink;
import lamplight.tui.view.Frame;

/**
 * Rows of the screen that move up as a whole. A terminal moves them for the price of a few bytes,
 * with everything that stands beside the story on them; so it is done where redrawing what stands
 * beside costs less than redrawing the story.
 *
 * @param first the uppermost of the rows
 * @param last the lowest of them
 * @param rows how far they move up
 */
record Scroll(int first, int last, int rows) {
  /** A jump of more rows is drawn anew. */
  private static final int MOST_ROWS = 12;

  /** What moving the cursor to another place costs, in characters. */
  private static final int JUMP = 7;

  /** What another ink costs, in characters. */
  private static final int INK = 14;

  /** What the scrolling itself costs, in characters. */
  private static final int OVERHEAD = 40;

  /** The scroll after which there is least to draw, if that is less than without any. */
  static Optional<Scroll> between(Frame before, Frame after) {
    Optional<Frame.Rows> moving = after.moving();
    if (moving.isEmpty() || !moving.equals(before.moving())) {
      return Optional.empty();
    }
    int first = moving.get().first();
    int last = moving.get().last();
    Optional<Scroll> best = Optional.empty();
    int least = cost(before, after, new Scroll(first, last, 0));
    for (int rows = 1; rows <= Math.min(MOST_ROWS, last - first); rows++) {
      Scroll scroll = new Scroll(first, last, rows);
      int cost = OVERHEAD + cost(before, after, scroll);
      if (cost < least) {
        least = cost;
        best = Optional.of(scroll);
      }
    }
    return best;
  }

  /** About how many characters it takes to draw the rows after the scroll. */
  private static int cost(Frame before, Frame after, Scroll scroll) {
    int cost = 0;
    Ink ink = Ink.PROSE;
    for (int row = scroll.first(); row <= scroll.last(); row++) {
      boolean drawing = false;
      for (int column = 0; column < after.size().columns(); column++) {
        boolean differs = scroll.differs(before, after, column, row);
        if (differs) {
          cost += 1 + (drawing ? 0 : JUMP) + (after.ink(column, row) == ink ? 0 : INK);
          ink = after.ink(column, row);
        }
        drawing = differs;
      }
    }
    return cost;
  }

  /** Whether a cell has to be drawn once the rows have moved. */
  boolean differs(Frame before, Frame after, int column, int row) {
    boolean moves = row >= first && row <= last;
    int from = moves ? row + rows : row;
    if (moves && from > last) {
      return !after.isBlank(column, row);
    }
    return before.ink(column, from) != after.ink(column, row)
        || !before.glyph(column, from).equals(after.glyph(column, row));
  }
}

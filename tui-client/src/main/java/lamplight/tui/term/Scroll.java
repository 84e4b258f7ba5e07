package lamplight.tui.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lamplight.tui.state.Rect;
import lamplight.tui.text.Ink;
import lamplight.tui.view.Frame;

/**
 * Rows that move up. Every terminal moves whole rows for the price of a few bytes, with all that
 * stands beside the story on them; some move a part of the columns. Of all ways to cut the rows of
 * prose into bands that move and rows that are drawn where they are, the one is taken that costs
 * least: rows with little beside the story move, rows with much beside it stay.
 *
 * @param part what moves
 * @param rows how far it moves up
 */
record Scroll(Rect part, int rows) {
  private static final Scroll NONE = new Scroll(new Rect(0, 0, 0, 0), 0);

  /** A jump of more rows is drawn anew. */
  private static final int MOST_ROWS = 12;

  /** What moving the cursor to another place costs, in bytes. */
  private static final int JUMP = 6;

  /** What another ink costs, in bytes. */
  private static final int INK = 10;

  /** What a run of equal characters costs at most, in bytes. */
  private static final int REPEATED = 7;

  /** What the scrolling of a band itself costs, in bytes. */
  private static final int OVERHEAD = 30;

  /**
   * The bands after which there is least to draw; none if that is less.
   *
   * @param margins whether the terminal can move a part of the columns
   */
  static List<Scroll> between(Frame before, Frame after, boolean margins) {
    Optional<Rect> moving = after.moving();
    if (moving.isEmpty() || !moving.equals(before.moving())) {
      return List.of();
    }
    Rect prose = moving.get();
    Rect part = margins ? prose : new Rect(0, prose.row(), after.size().columns(), prose.rows());
    int[] still = costs(before, after, part, row -> NONE);
    int least = Arrays.stream(still).sum();
    if (least <= OVERHEAD) {
      return List.of();
    }
    int by = distance(before, after, prose);
    if (by == 0) {
      return List.of();
    }
    int[] blanked = costs(before, after, part, row -> band(part, row, row, 1));
    int[] moved =
        costs(before, after, part, row -> band(part, row, Math.min(row + by, part.bottom()), by));
    Cut cut = Cut.of(still, moved, blanked, by);
    return cut.cost() < least ? cut.bands(part, by) : List.of();
  }

  /** How far up most rows of prose are found again; 0 if none is. */
  private static int distance(Frame before, Frame after, Rect prose) {
    int[] then = words(before, prose);
    int[] now = words(after, prose);
    int best = 0;
    int most = 0;
    for (int by = 1; by <= Math.min(MOST_ROWS, prose.rows() - 1); by++) {
      int found = 0;
      for (int row = 0; row + by < now.length; row++) {
        found += now[row] != 0 && now[row] == then[row + by] ? 1 : 0;
      }
      if (found > most) {
        most = found;
        best = by;
      }
    }
    return best;
  }

  /** A number for each row of prose, the same for the same words; 0 for none. */
  private static int[] words(Frame frame, Rect prose) {
    int[] numbers = new int[prose.rows()];
    for (int i = 0; i < numbers.length; i++) {
      for (int column = prose.column(); column <= prose.right(); column++) {
        String glyph = frame.glyph(column, prose.row() + i);
        numbers[i] = 31 * numbers[i] + (glyph.equals(" ") ? 0 : glyph.hashCode());
      }
    }
    return numbers;
  }

  /** Whether a cell has to be drawn once the bands have moved. */
  static boolean differs(List<Scroll> bands, Frame before, Frame after, int column, int row) {
    for (Scroll band : bands) {
      if (band.part.contains(column, row)) {
        return band.differs(before, after, column, row);
      }
    }
    return NONE.differs(before, after, column, row);
  }

  private static Scroll band(Rect part, int first, int last, int by) {
    return new Scroll(new Rect(part.column(), first, part.columns(), last - first + 1), by);
  }

  /** The scroll that a row is looked at under. */
  private interface Under {
    Scroll of(int row);
  }

  private static int[] costs(Frame before, Frame after, Rect part, Under under) {
    int[] costs = new int[part.rows()];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = under.of(part.row() + i).cost(before, after, part.row() + i);
    }
    return costs;
  }

  /** About how many bytes it takes to draw a row after the scroll. */
  private int cost(Frame before, Frame after, int row) {
    int cost = 0;
    Ink ink = Ink.PROSE;
    int run = 0;
    for (int column = 0; column < after.size().columns(); column++) {
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
    return cost;
  }

  /** Whether a cell has to be drawn once the rows have moved. */
  private boolean differs(Frame before, Frame after, int column, int row) {
    int from = part.contains(column, row) ? row + rows : row;
    if (from != row && from > part.bottom()) {
      return !after.isBlank(column, row);
    }
    return !before.ink(column, from).equals(after.ink(column, row))
        || !before.glyph(column, from).equals(after.glyph(column, row));
  }

  /**
   * The cheapest way to cut rows into bands, found from the last row up: what is best for the rows
   * below a place does not depend on those above it.
   *
   * @param ends for each row the last row of the band that begins there, -1 if none does
   */
  private record Cut(int cost, List<Integer> ends) {
    /**
     * @param still what each row costs where it is
     * @param moved what it costs after another has moved there
     * @param blanked what it costs after it has been made blank, as the last ones of a band are
     */
    static Cut of(int[] still, int[] moved, int[] blanked, int by) {
      int count = still.length;
      int[] least = new int[count + 1];
      int[] ends = new int[count];
      for (int first = count - 1; first >= 0; first--) {
        least[first] = still[first] + least[first + 1];
        ends[first] = -1;
        int cost = OVERHEAD;
        for (int i = first; i < Math.min(first + by, count); i++) {
          cost += blanked[i];
        }
        for (int last = first + by; last < count; last++) {
          cost += moved[last - by] - blanked[last - by] + blanked[last];
          if (cost + least[last + 1] < least[first]) {
            least[first] = cost + least[last + 1];
            ends[first] = last;
          }
        }
      }
      return new Cut(least[0], Arrays.stream(ends).boxed().toList());
    }

    List<Scroll> bands(Rect part, int by) {
      List<Scroll> bands = new ArrayList<>();
      for (int row = 0; row < ends.size(); row++) {
        if (ends.get(row) >= 0) {
          bands.add(band(part, part.row() + row, part.row() + ends.get(row), by));
          row = ends.get(row);
        }
      }
      return bands;
    }
  }
}

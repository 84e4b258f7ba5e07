package lamplight.tui.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks styled text into rows, between words where it can. */
public final class Wrap {
  private final int width;
  private final String indent;
  private final List<Row> rows = new ArrayList<>();
  private List<Run> row = new ArrayList<>();
  private int used;
  private int pendingSpaces;
  private Ink pendingInk = Ink.PROSE;

  private Wrap(int width, int indent) {
    this.width = Math.max(1, width);
    this.indent = " ".repeat(indent < this.width / 2 ? indent : 0);
  }

  /**
   * Rows of at most {@code width} cells; rows after the first start with {@code indent} blanks.
   * Always at least one row.
   */
  public static List<Row> rows(List<Run> runs, int width, int indent) {
    Wrap wrap = new Wrap(width, indent);
    for (Piece piece : pieces(runs)) {
      wrap.add(piece);
    }
    wrap.rows.add(new Row(wrap.row));
    return wrap.rows;
  }

  /**
   * A stretch without blanks that must stay together, possibly in several inks, and the blanks
   * before it, which are in an ink if they are within the name of something.
   */
  private record Piece(int spaces, Ink blank, List<Run> word) {
    int width() {
      return word.stream().mapToInt(run -> Width.of(run.words())).sum();
    }
  }

  private static List<Piece> pieces(List<Run> runs) {
    List<Piece> pieces = new ArrayList<>();
    List<Run> word = new ArrayList<>();
    int spaces = 0;
    Ink ink = Ink.PROSE;
    for (Run run : runs) {
      String text = run.words();
      int at = 0;
      while (at < text.length()) {
        boolean blank = text.charAt(at) == ' ';
        int end = at;
        while (end < text.length() && (text.charAt(end) == ' ') == blank) {
          end++;
        }
        if (blank) {
          if (!word.isEmpty()) {
            pieces.add(new Piece(spaces, ink, List.copyOf(word)));
            word.clear();
            spaces = 0;
          }
          spaces += end - at;
          ink = run.ink().isLink() && at > 0 ? run.ink() : Ink.PROSE;
        } else {
          word.add(new Run(text.substring(at, end), run.ink()));
        }
        at = end;
      }
    }
    if (!word.isEmpty()) {
      pieces.add(new Piece(spaces, ink, word));
    }
    return pieces;
  }

  private void add(Piece piece) {
    pendingSpaces = piece.spaces();
    pendingInk = piece.blank();
    int wanted = piece.width();
    if (used + pendingSpaces + wanted <= width) {
      place(piece.word());
    } else if (wanted <= width - indent.length()) {
      breakRow();
      place(piece.word());
    } else {
      piece.word().forEach(this::placeInParts);
    }
  }

  private void place(List<Run> word) {
    if (pendingSpaces > 0) {
      append(new Run(" ".repeat(pendingSpaces), pendingInk));
    }
    word.forEach(this::append);
    pendingSpaces = 0;
  }

  private void placeInParts(Run run) {
    String text = run.words();
    int at = 0;
    while (at < text.length()) {
      int end = Width.prefix(text, at, width - used - pendingSpaces);
      if (end == at) {
        if (used <= indent.length() && pendingSpaces == 0) {
          return; // One character wider than the whole row: nothing can show it.
        }
        breakRow();
        continue;
      }
      place(List.of(new Run(text.substring(at, end), run.ink())));
      at = end;
    }
  }

  private void breakRow() {
    pendingSpaces = 0;
    rows.add(new Row(row));
    row = new ArrayList<>();
    used = 0;
    if (!indent.isEmpty()) {
      append(new Run(indent, Ink.PROSE));
    }
  }

  private void append(Run run) {
    Run last = row.isEmpty() ? null : row.get(row.size() - 1);
    if (last != null && last.ink().equals(run.ink())) {
      row.set(row.size() - 1, new Run(last.words() + run.words(), run.ink()));
    } else {
      row.add(run);
    }
    used += Width.of(run.words());
  }
}

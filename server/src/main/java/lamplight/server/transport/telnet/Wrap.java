package lamplight.server.transport.telnet;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.prose.Columns;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;

/**
 * Breaks a line of prose at spaces so that each row fits a window; a word wider than the window is
 * cut.
 */
final class Wrap {
  private final List<Line> rows = new ArrayList<>();
  private final List<Span> row = new ArrayList<>();
  private final int width;
  private int column;

  private Wrap(int width) {
    this.width = width;
  }

  /** The rows of {@code line}, at least one, none wider than {@code width} columns. */
  static List<Line> rows(Line line, int width) {
    if (fits(line, width)) {
      return List.of(line);
    }
    Wrap wrap = new Wrap(width);
    wrap.words(line).forEach(wrap::place);
    wrap.endRow();
    return List.copyOf(wrap.rows);
  }

  /** Whether a line is a row as it stands: short, no space at its end, no span in two parts. */
  private static boolean fits(Line line, int width) {
    int columns = 0;
    List<Span> spans = line.spans();
    for (int i = 0; i < spans.size(); i++) {
      columns += Columns.of(spans.get(i).words());
      if (columns > width
          || spans.get(i).words().isEmpty()
          || (i > 0 && isOne(spans.get(i - 1), spans.get(i)))) {
        return false;
      }
    }
    String end = spans.isEmpty() ? "" : spans.get(spans.size() - 1).words();
    return spans.isEmpty() || !(end.endsWith(" ") || end.isBlank());
  }

  private static boolean isOne(Span one, Span next) {
    return one.kind() == next.kind() && one.id().equals(next.id());
  }

  /**
   * Runs without a space inside, and the spaces between them, each as the spans that it is made of.
   */
  private List<List<Span>> words(Line line) {
    List<List<Span>> words = new ArrayList<>();
    boolean space = true;
    for (Span span : line.spans()) {
      int from = 0;
      while (from < span.words().length()) {
        boolean blank = span.words().charAt(from) == ' ';
        int to = from;
        while (to < span.words().length() && (span.words().charAt(to) == ' ') == blank) {
          to++;
        }
        if (words.isEmpty() || blank != space) {
          words.add(new ArrayList<>());
          space = blank;
        }
        words.get(words.size() - 1).add(part(span, from, to));
        from = to;
      }
    }
    return words;
  }

  private void place(List<Span> word) {
    int wide = 0;
    for (Span span : word) {
      wide += Columns.of(span.words());
    }
    boolean blank = word.get(0).words().startsWith(" ");
    if (column + wide > width && column > 0) {
      endRow();
      if (blank) {
        return;
      }
    }
    if (blank && column == 0 && !rows.isEmpty()) {
      return;
    }
    for (Span span : word) {
      if (column + wide <= width) {
        row.add(span);
        column += Columns.of(span.words());
      } else {
        cut(span);
      }
    }
  }

  private void cut(Span span) {
    int from = 0;
    int at = 0;
    while (at < span.words().length()) {
      int codePoint = span.words().codePointAt(at);
      int wide = Columns.of(codePoint);
      if (column + wide > width && column > 0) {
        row.add(part(span, from, at));
        endRow();
        from = at;
      }
      column += wide;
      at += Character.charCount(codePoint);
    }
    row.add(part(span, from, at));
  }

  private void endRow() {
    while (!row.isEmpty() && row.get(row.size() - 1).words().isBlank()) {
      row.remove(row.size() - 1);
    }
    rows.add(new Line(joined(row)));
    row.clear();
    column = 0;
  }

  /** What was one span before it was broken into words is one again. */
  private static List<Span> joined(List<Span> parts) {
    List<Span> spans = new ArrayList<>();
    for (Span part : parts) {
      int last = spans.size() - 1;
      if (last >= 0 && isOne(spans.get(last), part)) {
        String words = spans.get(last).words() + part.words();
        spans.set(last, new Span(part.kind(), part.id(), words));
      } else {
        spans.add(part);
      }
    }
    return spans;
  }

  private static Span part(Span span, int from, int to) {
    return new Span(span.kind(), span.id(), span.words().substring(from, to));
  }
}

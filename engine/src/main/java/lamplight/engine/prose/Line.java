package lamplight.engine.prose;

import java.util.List;

/** One line of prose, not yet wrapped to anybody's window. */
public record Line(List<Span> spans) {

  /** The line without words. */
  public static final Line EMPTY = new Line(List.of());

  public Line {
    spans = List.copyOf(spans);
  }

  /** A line of plain words. */
  public static Line of(String words) {
    return words.isEmpty() ? EMPTY : new Line(List.of(Span.plain(words)));
  }

  /** The words alone. */
  public String plain() {
    if (spans.size() == 1) {
      return spans.get(0).words();
    }
    StringBuilder words = new StringBuilder();
    spans.forEach(span -> words.append(span.words()));
    return words.toString();
  }

  public boolean isEmpty() {
    for (Span span : spans) {
      if (!span.words().isEmpty()) {
        return false;
      }
    }
    return true;
  }
}

package lamplight.engine.prose;

import java.util.List;
import java.util.stream.Collectors;

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
    return spans.stream().map(Span::words).collect(Collectors.joining());
  }

  public boolean isEmpty() {
    return spans.stream().allMatch(span -> span.words().isEmpty());
  }
}

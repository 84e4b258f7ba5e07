package lamplight.engine.prose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of prose, not yet wrapped to anybody's window.
 *
 * <p>It is a value like a record. Lines are kept by what they say and by how much memory they take,
 * and many players are told the same one, so it is worked out once how long it is and what its hash
 * is, when somebody asks; as with strings, two threads that ask at once both do so.
 */
public final class Line {

  /** The line without words. */
  public static final Line EMPTY = new Line(List.of());

  private static final int UNKNOWN = -1;

  private final List<Span> spans;
  private int bytes = UNKNOWN;
  private int hash;

  public Line(List<Span> spans) {
    this.spans = List.copyOf(spans);
  }

  /** A line of plain words. */
  public static Line of(String words) {
    return words.isEmpty() ? EMPTY : new Line(List.of(Span.plain(words)));
  }

  public List<Span> spans() {
    return spans;
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

  /** How many bytes the words take as UTF-8. */
  public int bytes() {
    int known = bytes;
    if (known == UNKNOWN) {
      known = 0;
      for (Span span : spans) {
        known += bytes(span.words());
      }
      bytes = known;
    }
    return known;
  }

  private static int bytes(String words) {
    int length = words.length();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c >= 0x80) {
        length += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Line line && spans.equals(line.spans));
  }

  @Override
  public int hashCode() {
    int known = hash;
    if (known == 0) {
      known = spans.hashCode();
      hash = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return "Line" + spans;
  }
}

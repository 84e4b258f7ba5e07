package lamplight.engine.prose;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run of words of one kind; {@code id} names the thing that the words stand for, or is empty.
 *
 * <p>Spans say themselves when two are equal: what the compiler makes for a record takes several
 * times as long.
 *
 * @param words what is shown, without line ends
 */
public record Span(Kind kind, String id, String words) {

  /** What the words stand for, so that a screen can colour them or offer a command for them. */
  public enum Kind {
    PLAIN,
    ROOM,
    ITEM,
    PERSON,
    PLAYER,
    EXIT,
    EMPHASIS;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The lower-case word that the protocol writes. */
    public String word() {
      return word;
    }
  }

  public Span {
    if (words.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a span is part of one line: " + words);
    }
  }

  public static Span plain(String words) {
    return new Span(Kind.PLAIN, "", words);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Span span
            && kind == span.kind
            && words.equals(span.words)
            && id.equals(span.id));
  }

  @Override
  public int hashCode() {
    return 31 * words.hashCode() + id.hashCode();
  }
}

package lamplight.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * What an author wrote for players to read: parts, of which those that apply are read one after the
 * other.
 */
public record Text(List<Part> parts) {
  public static final Text EMPTY = new Text(List.of());

  public Text {
    parts = List.copyOf(parts);
  }

  /** A part with its condition; {@code otherwise} is read where the condition does not hold. */
  public record Part(Condition when, Template text, Optional<Template> otherwise) {}

  /** A text of one part that always applies. */
  public static Text of(String template) {
    return new Text(
        List.of(new Part(Condition.ALWAYS, Template.parse(template), Optional.empty())));
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }
}

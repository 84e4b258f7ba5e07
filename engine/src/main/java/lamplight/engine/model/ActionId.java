package lamplight.engine.model;

import org.jspecify.annotations.Nullable;

/** The id of something that players can do, such as {@code take} or {@code put_in}. */
public record ActionId(String value) implements Id, Comparable<ActionId> {
  public ActionId {
    Id.checked(value);
  }

  @Override
  public int compareTo(ActionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ActionId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}

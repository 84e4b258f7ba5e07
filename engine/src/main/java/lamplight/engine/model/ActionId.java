package lamplight.engine.model;

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
  public String toString() {
    return value;
  }
}

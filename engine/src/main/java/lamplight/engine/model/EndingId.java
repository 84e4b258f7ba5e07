package lamplight.engine.model;

/** The id of a way in which a world can end. */
public record EndingId(String value) implements Id, Comparable<EndingId> {
  public EndingId {
    Id.checked(value);
  }

  @Override
  public int compareTo(EndingId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

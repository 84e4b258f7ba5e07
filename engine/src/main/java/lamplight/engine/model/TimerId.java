package lamplight.engine.model;

/** The id of a timer. */
public record TimerId(String value) implements Id, Comparable<TimerId> {
  public TimerId {
    Id.checked(value);
  }

  @Override
  public int compareTo(TimerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

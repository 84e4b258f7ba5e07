package lamplight.engine.model;

/** The name of a hint; one that its author has not named has its number, from 1. */
public record HintId(String value) implements Id, Comparable<HintId> {
  public HintId {
    Id.checked(value);
  }

  @Override
  public int compareTo(HintId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package lamplight.engine.model;

/** The id of something that is scored once. */
public record ScoreId(String value) implements Id, Comparable<ScoreId> {
  public ScoreId {
    Id.checked(value);
  }

  @Override
  public int compareTo(ScoreId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

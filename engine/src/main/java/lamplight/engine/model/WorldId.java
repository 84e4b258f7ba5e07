package lamplight.engine.model;

/** The id of a world: its folder's name. */
public record WorldId(String value) implements Id, Comparable<WorldId> {
  public WorldId {
    Id.checked(value);
  }

  @Override
  public int compareTo(WorldId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

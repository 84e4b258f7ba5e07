package lamplight.engine.model;

/** The id of a part that a player can have. */
public record RoleId(String value) implements Id, Comparable<RoleId> {
  public RoleId {
    Id.checked(value);
  }

  @Override
  public int compareTo(RoleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

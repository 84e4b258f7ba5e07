package lamplight.engine.model;

/** The id of a room. */
public record RoomId(String value) implements Id, Comparable<RoomId> {
  public RoomId {
    Id.checked(value);
  }

  @Override
  public int compareTo(RoomId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package lamplight.engine.model;

import org.jspecify.annotations.Nullable;

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
  public boolean equals(@Nullable Object other) {
    return other instanceof RoomId id && value.equals(id.value);
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

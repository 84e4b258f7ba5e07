package lamplight.engine.model;

import org.jspecify.annotations.Nullable;

/** The id of a player in a session, made from the player's name. */
public record PlayerId(String value) implements Id, Comparable<PlayerId>, Referent {
  public PlayerId {
    Id.checked(value);
  }

  @Override
  public int compareTo(PlayerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlayerId id && value.equals(id.value);
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

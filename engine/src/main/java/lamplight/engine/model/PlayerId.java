package lamplight.engine.model;

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
  public String toString() {
    return value;
  }
}

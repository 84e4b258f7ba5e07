package lamplight.engine.model;

/** The id of a thing, a door or a person of the world. */
public record ThingId(String value) implements Id, Comparable<ThingId>, Referent {
  public ThingId {
    Id.checked(value);
  }

  @Override
  public int compareTo(ThingId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package lamplight.engine.model;

/** The id of a group of rooms. */
public record RegionId(String value) implements Id, Comparable<RegionId> {
  public RegionId {
    Id.checked(value);
  }

  @Override
  public int compareTo(RegionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

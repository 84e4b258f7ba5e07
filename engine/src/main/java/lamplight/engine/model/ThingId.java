package lamplight.engine.model;

import org.jspecify.annotations.Nullable;

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
  public boolean equals(@Nullable Object other) {
    return other instanceof ThingId id && value.equals(id.value);
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

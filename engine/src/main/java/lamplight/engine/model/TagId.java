package lamplight.engine.model;

/** A word that things share: {@code treasure}, {@code weapon}. */
public record TagId(String value) implements Id, Comparable<TagId> {
  public TagId {
    Id.checked(value);
  }

  @Override
  public int compareTo(TagId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

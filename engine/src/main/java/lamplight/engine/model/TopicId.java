package lamplight.engine.model;

/** The id of something that a person can talk about. */
public record TopicId(String value) implements Id, Comparable<TopicId> {
  public TopicId {
    Id.checked(value);
  }

  @Override
  public int compareTo(TopicId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

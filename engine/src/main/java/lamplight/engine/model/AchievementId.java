package lamplight.engine.model;

/** The id of something that players can achieve. */
public record AchievementId(String value) implements Id, Comparable<AchievementId> {
  public AchievementId {
    Id.checked(value);
  }

  @Override
  public int compareTo(AchievementId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package lamplight.engine.model;

import java.util.Comparator;
import java.util.Optional;

/**
 * An achievement and whose it is.
 *
 * @param owner a player's id, or "" for the party
 */
public record Achieved(AchievementId achievement, String owner) implements Comparable<Achieved> {
  private static final Comparator<Achieved> ORDER =
      Comparator.comparing(Achieved::achievement).thenComparing(Achieved::owner);

  /** The achievement as a player can have it; empty: it is a player's own, and nobody acts. */
  public static Optional<Achieved> by(Achievement achievement, Optional<PlayerId> player) {
    return achievement.perPlayer()
        ? player.map(of -> new Achieved(achievement.id(), of.value()))
        : Optional.of(new Achieved(achievement.id(), ""));
  }

  @Override
  public int compareTo(Achieved other) {
    return ORDER.compare(this, other);
  }
}

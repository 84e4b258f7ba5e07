package lamplight.engine.model;

import java.util.Optional;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * What conditions may know of the command that is being done, and no state remembers.
 *
 * @param before how the world stood when it began; empty while no command is being done
 * @param failed the rules that were asked in it and whose condition did not hold
 */
public record Moment(Optional<Sight> before, PSet<String> failed) {
  /** No command is being done. */
  public static final Moment NONE = new Moment(Optional.empty(), HashTreePSet.empty());

  /** The beginning of a command. */
  public static Moment of(Sight before) {
    return new Moment(Optional.of(before), NONE.failed);
  }

  /** Whether it was dark for a player before the command. */
  boolean wasDark(PlayerId id) {
    if (before.isEmpty()) {
      return false;
    }
    PlayerState player = before.get().state().players().get(id);
    return player != null && before.get().dark(player.room());
  }

  /** The same moment, in which a rule was asked in vain. */
  public Moment failing(String rule) {
    return new Moment(before, failed.plus(rule));
  }
}

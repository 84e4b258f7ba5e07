package lamplight.engine.rules;

import java.util.Optional;
import lamplight.engine.model.Direction;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;

/**
 * Something happened that rules may be about.
 *
 * @param actor whose doing it was; empty if nobody's
 * @param subject the id of the room, thing or variable that it happened to; "" if none
 * @param exit for {@link Hook#LEAVING}: the way
 * @param number for {@link Hook#CHANGED}: the value; for {@link Hook#ENTERED}: which coming it is
 * @param noun what is the noun of rules about it; empty: the command's
 */
public record Occurrence(
    Hook hook,
    Optional<PlayerId> actor,
    String subject,
    Optional<Direction> exit,
    Optional<Integer> number,
    Optional<Referent> noun) {

  public static Occurrence of(Hook hook, PlayerId actor, String subject) {
    return of(hook, Optional.of(actor), subject);
  }

  public static Occurrence of(Hook hook, Optional<PlayerId> actor, String subject) {
    return new Occurrence(
        hook, actor, subject, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Somebody goes a way. */
  public Occurrence by(Direction way) {
    return new Occurrence(hook, actor, subject, Optional.of(way), number, noun);
  }

  Occurrence with(int value) {
    return new Occurrence(hook, actor, subject, exit, Optional.of(value), noun);
  }

  Occurrence about(Referent other) {
    return new Occurrence(hook, actor, subject, exit, number, Optional.of(other));
  }
}

package lamplight.engine.rules;

import java.util.Optional;
import lamplight.engine.model.Direction;
import lamplight.engine.model.PlayerId;

/**
 * Something happened that rules may be about.
 *
 * @param actor whose doing it was; empty if nobody's
 * @param subject the id of the room, thing or variable that it happened to; "" if none
 */
public record Occurrence(
    Hook hook, Optional<PlayerId> actor, String subject, Optional<Direction> exit) {
  public static Occurrence of(Hook hook, PlayerId actor, String subject) {
    return new Occurrence(hook, Optional.of(actor), subject, Optional.empty());
  }

  public static Occurrence of(Hook hook, Optional<PlayerId> actor, String subject) {
    return new Occurrence(hook, actor, subject, Optional.empty());
  }
}

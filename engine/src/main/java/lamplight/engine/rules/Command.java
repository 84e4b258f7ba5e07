package lamplight.engine.rules;

import java.util.Optional;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Referent;

/**
 * One thing that a player wants to do.
 *
 * @param words what is said, or asked about; "" if nothing
 */
public record Command(
    ActionId action,
    Optional<Referent> noun,
    Optional<Referent> second,
    Optional<Direction> direction,
    String words) {

  /** A command of an action alone. */
  public static Command of(String action) {
    return new Command(
        new ActionId(action), Optional.empty(), Optional.empty(), Optional.empty(), "");
  }

  /** A command of an action and what it is done to. */
  public static Command of(String action, Referent noun) {
    return new Command(
        new ActionId(action), Optional.of(noun), Optional.empty(), Optional.empty(), "");
  }

  /** The same action with its nouns the other way round. */
  public Command turned() {
    return new Command(action, /* noun= */ second, /* second= */ noun, direction, words);
  }

  /** Another action with the same nouns. */
  public Command as(String other) {
    return new Command(new ActionId(other), noun, second, direction, words);
  }
}

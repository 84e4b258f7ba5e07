package lamplight.engine.rules;

import java.util.List;
import lamplight.engine.model.Condition;

/**
 * A rule of a world.
 *
 * @param name unique in its world
 * @param phase of no meaning for hooks
 * @param priority higher goes first
 * @param otherwise done where {@code when} does not hold
 */
public record Rule(
    String name,
    List<On> on,
    Phase phase,
    int priority,
    Condition when,
    List<Effect> effects,
    List<Effect> otherwise,
    boolean once) {
  public Rule {
    on = List.copyOf(on);
    effects = List.copyOf(effects);
    otherwise = List.copyOf(otherwise);
  }
}

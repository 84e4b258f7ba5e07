package lamplight.engine.play;

import lamplight.engine.rules.Command;

/** The ordinary course of something that players do, when no rule says otherwise. */
@FunctionalInterface
interface Action {
  /**
   * Does it, or refuses on the draft; what it says is told through the performance, after what
   * rules report in its place.
   */
  void perform(Performance performance, Command command);
}

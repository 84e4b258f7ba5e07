package lamplight.engine.rules;

import lamplight.engine.model.PlayerId;

/** Performs commands that rules ask for: the game's own actions, which rules do not know. */
public interface Performs {
  /** Performs a command; if it is refused, the draft says why and is rolled back by its caller. */
  void perform(Draft draft, PlayerId actor, Command command);
}

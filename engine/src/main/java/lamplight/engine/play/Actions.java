package lamplight.engine.play;

import java.util.HashMap;
import java.util.Map;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Refusal;
import lamplight.engine.rules.Command;

/** The table of the standard actions by their ids. */
final class Actions {
  private final Map<ActionId, Action> actions = new HashMap<>();

  Actions() {
    Moving.actions().forEach(this::add);
    Handling.actions().forEach(this::add);
    Opening.actions().forEach(this::add);
    Looking.actions().forEach(this::add);
    Talking.actions().forEach(this::add);
    Using.actions().forEach(this::add);
    Pouring.actions().forEach(this::add);
    Asking.actions().forEach(this::add);
  }

  private void add(String id, Action action) {
    actions.put(new ActionId(id), action);
  }

  /** The action of an id; for verbs that have none of their own, one that comes to nothing. */
  Action of(ActionId id) {
    return actions.getOrDefault(id, Actions::comesToNothing);
  }

  private static void comesToNothing(Performance performance, Command command) {
    boolean aimless = command.noun().isEmpty();
    performance.refuse(Refusal.NO_EFFECT, aimless ? "no_effect" : "no_effect.noun");
  }
}

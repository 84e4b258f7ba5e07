package lamplight.engine.play;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.ThingId;
import lamplight.engine.rules.Command;

/** The table of the standard actions by their ids. */
final class Actions {
  private final Map<ActionId, Action> actions = new HashMap<>();

  Actions() {
    Moving.actions().forEach(this::add);
    Following.actions().forEach(this::add);
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

  /** A gesture if there are words for it, else a refusal in the verb's own words if it has any. */
  static void comesToNothing(Performance performance, Command command) {
    String verb = command.action().value();
    Optional<Referent> noun = command.noun();
    String gesture = "gesture." + verb;
    if (noun.isEmpty()) {
      answer(performance, gesture, "no_effect." + verb, "no_effect");
    } else if (isSomebody(performance, noun.get()) && performance.hasMessage(gesture + ".person")) {
      performance.act(gesture + ".person");
    } else {
      answer(performance, gesture + ".noun", "no_effect." + verb + ".noun", "no_effect.noun");
    }
  }

  private static void answer(
      Performance performance, String gesture, String nothing, String otherwise) {
    if (performance.hasMessage(gesture)) {
      performance.act(gesture);
    } else {
      performance.refuse(Refusal.NO_EFFECT, performance.hasMessage(nothing) ? nothing : otherwise);
    }
  }

  private static boolean isSomebody(Performance performance, Referent noun) {
    return !(noun instanceof ThingId thing) || performance.thing(thing).isPerson();
  }
}

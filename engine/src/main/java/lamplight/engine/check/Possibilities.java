package lamplight.engine.check;

import java.util.List;
import java.util.Optional;
import lamplight.engine.load.Mark;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Room;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Rule;
import lamplight.engine.rules.Topic;

/**
 * What can never happen: first conditions that contradict each other or the declarations, then ways
 * and locks that stay shut, and only if there are none of those, what waits for itself.
 */
final class Possibilities {
  private Possibilities() {}

  /** Conditions that never hold, even if everybody could come everywhere. */
  static void conditions(Inspection inspection) {
    conditions(
        inspection,
        inspection.everything(),
        "change the condition, or bring about what it waits for");
  }

  private static void conditions(Inspection inspection, Reach reach, String hint) {
    for (Rule rule : inspection.origins().all(Rule.class)) {
      never(inspection, reach, hint, rule.when(), rule, "rule \"" + rule.name() + "\" never fires");
    }
    for (Text.Part part : inspection.origins().all(Text.Part.class)) {
      never(inspection, reach, hint, part.when(), part.text(), "this text is never read");
      if (part.otherwise().isPresent() && !reach.mayNot(part.when())) {
        inspection.warning(
            inspection.at(part.text()),
            "the else of this text is never read: what it waits for always holds",
            "delete it");
      }
    }
    for (Effect.If either : inspection.origins().all(Effect.If.class)) {
      never(inspection, reach, hint, either.when(), either, "the do of this if never happens");
    }
    for (Topic topic : inspection.origins().all(Topic.class)) {
      String what = "topic \"" + topic.id() + "\" of \"" + topic.person() + "\" is never raised";
      never(inspection, reach, hint, topic.when(), topic, what);
    }
    for (Exit exit : inspection.origins().all(Exit.class)) {
      never(inspection, reach, hint, exit.when(), exit, "this exit never opens");
    }
    inspection
        .world()
        .hints()
        .forEach(
            advice ->
                never(inspection, reach, hint, advice.when(), advice, "this hint is never given"));
    inspection
        .world()
        .timers()
        .values()
        .forEach(
            timer ->
                never(
                    inspection,
                    reach,
                    hint,
                    timer.runsWhile(),
                    timer,
                    "timer \"" + timer.id() + "\" never counts down"));
  }

  private static void never(
      Inspection inspection, Reach reach, String hint, Condition when, Object part, String what) {
    if (!reach.may(when)) {
      Condition cause = Prospects.cause(when, reach);
      Mark at =
          inspection
              .origins()
              .at(cause)
              .or(() -> inspection.origins().at(part))
              .orElse(inspection.origins().world());
      inspection.warning(at, what + ": " + Prospects.why(cause), hint);
    }
  }

  /** Ways out of rooms, and containers, that stay shut. */
  static void locks(Inspection inspection) {
    Reach reach = inspection.reach();
    for (Thing thing : inspection.world().things().values()) {
      Optional<ThingId> key = thing.lid().flatMap(Thing.Lockable::key);
      boolean found = reach.finds(thing.id());
      if (found && key.isPresent() && !reach.unlocks(thing.id())) {
        inspection.warning(
            inspection.origins().of(thing.id()),
            "nobody can ever unlock \""
                + thing.id()
                + "\": nobody can come to have \""
                + key.get()
                + "\"",
            behind(inspection, thing.id(), key.get())
                ? "the key is behind its own door; put it somewhere else"
                : "put the key where players get it");
      } else if (found && isShut(thing) && reach.unlocks(thing.id()) && !reach.opens(thing.id())) {
        inspection.warning(
            inspection.origins().of(thing.id()),
            "nothing ever opens \"" + thing.id() + "\"",
            "let players open it, or add: make: {" + thing.id() + ": open}");
      }
    }
  }

  private static boolean isShut(Thing thing) {
    return thing.lid().filter(lid -> !lid.open() && !lid.openable()).isPresent();
  }

  /** Whether a key comes into reach once its lock is open. */
  private static boolean behind(Inspection inspection, ThingId lock, ThingId key) {
    return Reach.withOpen(inspection.story(), lock).has(key);
  }

  /** What waits for something that only comes after it; asked only if all else is well. */
  static void knots(Inspection inspection) {
    if (inspection.hasWarnings()) {
      return;
    }
    Reach reach = inspection.reach();
    conditions(inspection, reach, "what it waits for only comes after it");
    for (Room room : inspection.world().rooms().values()) {
      if (reach.comesTo(room.id())) {
        room.exits().forEach((way, exit) -> passes(inspection, reach, room, way, exit));
      }
    }
    for (Thing thing : inspection.world().things().values()) {
      if (thing.portable() && reach.finds(thing.id()) && !reach.has(thing.id()) && !held(thing)) {
        inspection.warning(
            inspection.origins().of(thing.id()),
            "nobody can ever come to have \"" + thing.id() + "\"",
            "see what it lies in, or give it portable: false");
      }
    }
  }

  /** What a person carries is that person's. */
  private static boolean held(Thing thing) {
    return thing.start() instanceof lamplight.engine.model.Place.With;
  }

  private static void passes(
      Inspection inspection, Reach reach, Room room, Direction way, Exit exit) {
    if (!reach.passes(exit) && !reach.comesTo(exit.to())) {
      inspection.warning(
          inspection.at(exit),
          "nobody ever goes " + way.word() + " from \"" + room.id() + "\" to \"" + exit.to() + "\"",
          "what opens the way is behind it");
    }
  }

  /** Rules about things that never come up. */
  static void rules(Inspection inspection) {
    Reach reach = inspection.everything();
    List<Rule> rules = inspection.origins().all(Rule.class);
    for (Rule rule : rules) {
      if (!rule.on().isEmpty()
          && rule.on().stream().noneMatch(on -> Prospects.comesUp(on, reach))) {
        inspection.warning(
            inspection.at(rule),
            "rule \"" + rule.name() + "\" never fires: what it is about never comes up",
            "see its on");
      }
    }
  }
}

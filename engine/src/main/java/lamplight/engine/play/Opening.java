package lamplight.engine.play;

import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Change;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Command;
import lamplight.engine.rules.Event;

/** Opening, closing, locking and unlocking doors and containers. */
final class Opening {
  private Opening() {}

  static Map<String, Action> actions() {
    return Map.of(
        "open",
        Opening::open,
        "close",
        Opening::close,
        "lock",
        (performance, command) -> turnKey(performance, command, true),
        "unlock",
        (performance, command) -> turnKey(performance, command, false));
  }

  private static void open(Performance performance, Command command) {
    if (command.noun().orElse(null) instanceof ThingId page
        && performance.thing(page).lid().isEmpty()
        && performance.thing(page).senses().containsKey(Thing.Sense.READ)) {
      performance.instead("read", command); // Whoever opens a book wants to read it.
      return;
    }
    Optional<ThingId> lid = lid(performance, command, "open.cannot");
    if (lid.isEmpty()) {
      return;
    }
    ThingId thing = lid.get();
    if (performance.stands(thing).open()) {
      performance.refuse(Refusal.NO_EFFECT, "open.already");
    } else if (!performance.stands(thing).locked() || unlockFirst(performance, thing)) {
      performance.change(new Change.Opened(thing, true));
      performance.act("open");
      if (performance.thing(thing).container().isPresent()
          && !performance.sight().contents(thing).isEmpty()) {
        performance.tell(Audience.ACTOR, TextKind.RESULT, new Event.Content.Inside(thing));
      }
    }
  }

  private static boolean unlockFirst(Performance performance, ThingId thing) {
    Optional<ThingId> key = performance.thing(thing).lid().flatMap(Thing.Lockable::key);
    if (key.filter(held -> performance.sight().carries(performance.actor(), held)).isEmpty()) {
      performance.refuse(Refusal.DOOR_LOCKED, "open.locked");
      return false;
    }
    Command unlock =
        new Command(
            Command.of("unlock").action(),
            Optional.of(thing),
            Optional.of(key.get()),
            Optional.empty(),
            "");
    return performance.first("first.unlock", unlock);
  }

  private static void close(Performance performance, Command command) {
    Optional<ThingId> lid = lid(performance, command, "close.cannot");
    if (lid.isEmpty()) {
      return;
    }
    if (!performance.stands(lid.get()).open()) {
      performance.refuse(Refusal.NO_EFFECT, "close.already");
    } else {
      performance.change(new Change.Opened(lid.get(), false));
      performance.act("close");
    }
  }

  private static void turnKey(Performance performance, Command command, boolean lock) {
    String verb = lock ? "lock" : "unlock";
    Optional<ThingId> noun = Handling.thing(performance, command.noun(), verb + ".cannot");
    if (noun.isEmpty() || !performance.inReach(noun.get())) {
      return;
    }
    ThingId thing = noun.get();
    Optional<Thing.Lockable> lid = performance.thing(thing).lid();
    if (lid.flatMap(Thing.Lockable::locked).isEmpty()) {
      performance.refuse(Refusal.NOT_POSSIBLE, verb + ".cannot");
    } else if (performance.stands(thing).locked() == lock) {
      performance.refuse(Refusal.NO_EFFECT, verb + ".already");
    } else if (lock && performance.stands(thing).open()) {
      performance.refuse(Refusal.NOT_POSSIBLE, "lock.open");
    } else if (hasKey(performance, command, lid.get())) {
      performance.change(new Change.Locked(thing, lock));
      ThingId key = lid.get().key().orElseThrow();
      performance.actOn(key, verb);
    }
  }

  /** Whether the actor uses the right key, or has it without naming it. */
  private static boolean hasKey(Performance performance, Command command, Thing.Lockable lid) {
    Optional<ThingId> key = lid.key();
    boolean named = command.second().isPresent();
    if (named && !command.second().equals(key)) {
      performance.refuse(Refusal.NO_EFFECT, "unlock.wrong_key");
    } else if (key.isEmpty() || !performance.sight().carries(performance.actor(), key.get())) {
      performance.refuse(Refusal.DOOR_LOCKED, named ? "unlock.key_not_held" : "unlock.no_key");
    }
    return !performance.isRefused();
  }

  private static Optional<ThingId> lid(Performance performance, Command command, String cannot) {
    Optional<ThingId> noun = Handling.thing(performance, command.noun(), cannot);
    if (noun.isEmpty() || !performance.inReach(noun.get())) {
      return Optional.empty();
    }
    if (performance.thing(noun.get()).lid().filter(Thing.Lockable::openable).isEmpty()) {
      performance.refuse(Refusal.NOT_POSSIBLE, cannot);
      return Optional.empty();
    }
    return noun;
  }
}

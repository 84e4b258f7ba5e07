package lamplight.engine.play;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Change;
import lamplight.engine.model.Place;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.ThingId;
import lamplight.engine.rules.Command;

/** Wearing, switching and eating, and waiting. */
final class Using {
  private Using() {}

  static Map<String, Action> actions() {
    Map<String, Action> actions = new HashMap<>();
    actions.put("wear", Using::wear);
    actions.put("take_off", Using::takeOff);
    actions.put("switch_on", (performance, command) -> turn(performance, command, true));
    actions.put("switch_off", (performance, command) -> turn(performance, command, false));
    actions.put("eat", Using::eat);
    actions.put("wait", (performance, command) -> performance.say("wait"));
    return actions;
  }

  private static void wear(Performance performance, Command command) {
    Optional<ThingId> noun = Handling.thing(performance, command.noun(), "wear.cannot");
    if (noun.isEmpty()) {
      return;
    }
    if (performance.thing(noun.get()).worn().isEmpty()) {
      performance.refuse(Refusal.NOT_POSSIBLE, "wear.cannot");
    } else if (isWorn(performance, noun.get())) {
      performance.refuse(Refusal.NO_EFFECT, "wear.already");
    } else if (performance.inHand(noun.get())) {
      performance.change(
          new Change.Placed(noun.get(), new Place.HeldBy(performance.actor(), true)));
      performance.act("wear");
    }
  }

  private static void takeOff(Performance performance, Command command) {
    Optional<ThingId> noun = Handling.thing(performance, command.noun(), "take_off.not_worn");
    if (noun.isEmpty()) {
      return;
    }
    if (!isWorn(performance, noun.get())) {
      performance.refuse(Refusal.NO_EFFECT, "take_off.not_worn");
    } else {
      performance.change(
          new Change.Placed(noun.get(), new Place.HeldBy(performance.actor(), false)));
      performance.act("take_off");
    }
  }

  private static boolean isWorn(Performance performance, ThingId thing) {
    return performance.stands(thing).place().equals(new Place.HeldBy(performance.actor(), true));
  }

  private static void turn(Performance performance, Command command, boolean on) {
    String verb = on ? "switch_on" : "switch_off";
    Optional<ThingId> noun = Handling.thing(performance, command.noun(), verb + ".cannot");
    if (noun.isEmpty() || !performance.inReach(noun.get())) {
      return;
    }
    if (performance.thing(noun.get()).switched().isEmpty()) {
      performance.refuse(Refusal.NOT_POSSIBLE, verb + ".cannot");
    } else if (performance.stands(noun.get()).on() == on) {
      performance.refuse(Refusal.NO_EFFECT, verb + ".already");
    } else {
      boolean wasDark = performance.sight().dark(performance.actor());
      performance.change(new Change.Switched(noun.get(), on));
      performance.act(verb);
      boolean isDark = performance.sight().dark(performance.actor());
      if (wasDark && !isDark) {
        Looking.seeAgain(performance);
      } else if (!wasDark && isDark) {
        performance.say("dark.falls");
      }
    }
  }

  private static void eat(Performance performance, Command command) {
    consume(performance, command, "eat");
  }

  static void consume(Performance performance, Command command, String verb) {
    Optional<ThingId> noun = Handling.thing(performance, command.noun(), verb + ".cannot");
    if (noun.isEmpty()) {
      return;
    }
    boolean fit =
        verb.equals("eat")
            ? performance.thing(noun.get()).edible()
            : performance.thing(noun.get()).drinkable();
    if (!fit) {
      performance.refuse(Refusal.NOT_POSSIBLE, verb + ".cannot");
    } else if (performance.inReach(noun.get())) {
      performance.change(new Change.Placed(noun.get(), Place.NOWHERE));
      performance.act(verb);
    }
  }
}

package lamplight.engine.play;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Change;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Place;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.Thing.Sense;
import lamplight.engine.model.ThingId;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Command;
import lamplight.engine.rules.Event;

/** Looking, and what the other senses find. */
final class Looking {
  private Looking() {}

  static Map<String, Action> actions() {
    Map<String, Action> actions = new HashMap<>();
    actions.put("look", Looking::look);
    actions.put("examine", Looking::examine);
    actions.put("look_in", Looking::lookIn);
    actions.put("find", Looking::find);
    actions.put("search", Looking::search);
    actions.put("read", Looking::read);
    actions.put(
        "smell", (performance, command) -> sense(performance, command, Sense.SMELL, "smell"));
    actions.put(
        "listen", (performance, command) -> sense(performance, command, Sense.SOUND, "listen"));
    actions.put(
        "touch", (performance, command) -> touch(performance, command, Sense.FEEL, "touch"));
    actions.put(
        "taste", (performance, command) -> touch(performance, command, Sense.TASTE, "taste"));
    actions.put(
        "look_under",
        (performance, command) -> sense(performance, command, Sense.UNDER, "look_under"));
    actions.put(
        "look_behind",
        (performance, command) -> sense(performance, command, Sense.BEHIND, "look_behind"));
    return actions;
  }

  private static void look(Performance performance, Command command) {
    if (command.noun().isPresent()) {
      examine(performance, command);
    } else if (command.direction().isPresent()) {
      lookThatWay(performance, command.direction().get());
    } else {
      performance.tell(Audience.ACTOR, TextKind.ROOM, new Event.Content.Surroundings(false));
    }
  }

  /** What can be seen of a way without going it: a door, or where it is known to lead. */
  private static void lookThatWay(Performance performance, Direction way) {
    Exit exit = performance.world().room(performance.player().room()).exits().get(way);
    if (performance.sight().dark(performance.actor())) {
      performance.refuse(Refusal.TOO_DARK, "exits.dark");
    } else if (exit == null || !performance.sight().shows(exit, performance.draft().facts())) {
      performance.say("look.way.none");
    } else if (exit.door().isPresent()) {
      performance.tell(
          Audience.ACTOR, TextKind.RESULT, new Event.Content.Examined(exit.door().get()));
    } else if (performance.player().visited().contains(exit.to())) {
      performance.say("look.way.known", "words", performance.world().room(exit.to()).name());
    } else {
      String own = "look.way." + way.word();
      performance.say(performance.hasMessage(own) ? own : "look.way", "words", way.word());
    }
  }

  /** Where something is that the actor sees. */
  private static void find(Performance performance, Command command) {
    if (!(command.noun().orElse(null) instanceof ThingId thing)) {
      performance.say("find.here");
      return;
    }
    Place place = performance.stands(thing).place();
    if (place instanceof Place.HeldBy held && held.player().equals(performance.actor())) {
      performance.say("find.carried");
    } else if (place instanceof Place.HeldBy held) {
      performance.sayOf(held.player(), "find.held");
    } else if (place instanceof Place.With with) {
      performance.sayOf(with.person(), "find.with");
    } else if (place instanceof Place.In in) {
      performance.sayOf(in.container(), "find.in");
    } else if (place instanceof Place.On on) {
      performance.sayOf(on.supporter(), "find.on");
    } else {
      performance.say("find.here");
    }
  }

  /** The actor sees the room after it was dark, and knows it from now on. */
  static void seeAgain(Performance performance) {
    performance.tell(Audience.ACTOR, TextKind.ROOM, new Event.Content.Surroundings(false));
    RoomId room = performance.player().room();
    if (!performance.player().visited().contains(room)) {
      performance.change(new Change.Visited(performance.actor(), room));
    }
  }

  private static void examine(Performance performance, Command command) {
    if (command.noun().isEmpty()) {
      look(performance, command);
      return;
    }
    performance.tell(
        Audience.ACTOR, TextKind.RESULT, new Event.Content.Examined(command.noun().get()));
  }

  private static void lookIn(Performance performance, Command command) {
    Optional<ThingId> noun = Handling.thing(performance, command.noun(), "look_in.cannot");
    if (noun.isEmpty()) {
      return;
    }
    Thing thing = performance.thing(noun.get());
    boolean closed =
        thing.container().isPresent()
            && !performance.stands(noun.get()).open()
            && !thing.container().get().transparent();
    if (closed) {
      performance.refuse(Refusal.DOOR_CLOSED, "look_in.closed");
    } else if (!thing.holdsThings()) {
      performance.refuse(Refusal.NO_EFFECT, "look_in.cannot");
    } else {
      performance.tell(Audience.ACTOR, TextKind.RESULT, new Event.Content.Inside(noun.get()));
    }
  }

  private static void search(Performance performance, Command command) {
    if (command.noun().orElse(null) instanceof ThingId id) {
      Thing thing = performance.thing(id);
      if (thing.holdsThings()) {
        lookIn(performance, command);
      } else if (!thing.sense(Sense.UNDER).isEmpty()) {
        sense(performance, command, Sense.UNDER, "look_under");
      } else if (!thing.sense(Sense.BEHIND).isEmpty()) {
        sense(performance, command, Sense.BEHIND, "look_behind");
      } else {
        performance.say("search.nothing");
      }
    } else {
      look(performance, command);
    }
  }

  private static void read(Performance performance, Command command) {
    Optional<ThingId> noun = Handling.thing(performance, command.noun(), "read.cannot");
    if (noun.isEmpty()) {
      return;
    }
    Text text = performance.thing(noun.get()).sense(Sense.READ);
    if (text.isEmpty()) {
      performance.refuse(Refusal.NO_EFFECT, "read.cannot");
    } else {
      performance.say(text, "read.cannot");
    }
  }

  private static void touch(Performance performance, Command command, Sense sense, String message) {
    if (command.noun().orElse(null) instanceof ThingId thing && !performance.inReach(thing)) {
      return;
    }
    sense(performance, command, sense, message);
  }

  private static void sense(Performance performance, Command command, Sense sense, String message) {
    if (command.noun().isEmpty()) {
      Room room = performance.world().room(performance.player().room());
      Text text =
          sense == Sense.SMELL ? room.smell() : sense == Sense.SOUND ? room.sound() : Text.EMPTY;
      performance.say(text, message + ".room");
    } else if (command.noun().get() instanceof ThingId thing) {
      performance.say(performance.thing(thing).sense(sense), message + ".nothing");
    } else {
      performance.say(message + ".player");
    }
  }
}

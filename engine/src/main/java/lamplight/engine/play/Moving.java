package lamplight.engine.play;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lamplight.engine.model.Change;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Truth;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Command;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Event;
import lamplight.engine.rules.Hook;
import lamplight.engine.rules.Notice;
import lamplight.engine.rules.Occurrence;

/** Going from room to room, and getting onto things and off them. */
final class Moving {
  private Moving() {}

  static Map<String, Action> actions() {
    return Map.of(
        "go",
        Moving::go,
        "back",
        Moving::back,
        "enter",
        Moving::enter,
        "sit",
        Moving::sit,
        "approach",
        Moving::approach,
        "use",
        Moving::use,
        "exit",
        Moving::exit,
        "stand",
        Moving::stand,
        "climb",
        Moving::climb);
  }

  private static void go(Performance performance, Command command) {
    if (command.direction().isPresent()) {
      walk(performance, command.direction().get());
    } else if (command.noun().isPresent()) {
      enter(performance, command);
    } else {
      performance.refuse(Refusal.INCOMPLETE, "go.where");
    }
  }

  private static void walk(Performance performance, Direction way) {
    Room room = performance.world().room(performance.player().room());
    Exit exit = room.exits().get(way);
    if (exit == null || !performance.sight().shows(exit, performance.draft().facts())) {
      noSuchWay(performance, way);
    } else if (mayPass(performance, exit)) {
      RoomId to = leave(performance, room, way, exit);
      if (!performance.isRefused()) {
        pass(performance, way, exit, to);
      }
    }
  }

  /**
   * Out, where there is no such exit, is off what the player stands on, or the only way there is.
   */
  private static void noSuchWay(Performance performance, Direction way) {
    boolean off = way == Direction.OUT || way == Direction.DOWN;
    if (off && performance.player().perch().isPresent()) {
      exit(performance, Command.of("exit"));
    } else if (way == Direction.OUT && ways(performance).size() == 1) {
      walk(performance, ways(performance).get(0));
    } else {
      performance.refuse(Refusal.NO_SUCH_EXIT, way == Direction.OUT ? "exit.which" : "go.no_exit");
    }
  }

  /** The ways out of the actor's room that show. */
  private static List<Direction> ways(Performance performance) {
    return performance.world().room(performance.player().room()).exits().entrySet().stream()
        .filter(way -> performance.sight().shows(way.getValue(), performance.draft().facts()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean mayPass(Performance performance, Exit exit) {
    Draft draft = performance.draft();
    Optional<ThingId> shut = exit.door().filter(door -> !performance.stands(door).open());
    if (shut.isPresent() && !performance.first("first.open", Command.of("open", shut.get()))) {
      return false;
    }
    if (exit.when().test(draft.facts()) != Truth.YES) {
      performance.refuse(Refusal.NO_SUCH_EXIT, exit.refuse(), "go.barred");
      return false;
    }
    if (performance.player().energy() < exit.cost()) {
      performance.refuse(Refusal.NOT_POSSIBLE, "go.tired");
      return false;
    }
    return true;
  }

  /** Asks the rules about going, which may refuse. Where the way leads. */
  private static RoomId leave(Performance performance, Room room, Direction way, Exit exit) {
    Draft draft = performance.draft();
    PlayerId actor = performance.actor();
    performance
        .performer()
        .rulebook()
        .happen(Occurrence.of(Hook.LEAVING, actor, room.id().value()).by(way), draft);
    RoomId to = draft.takeRedirection().orElse(exit.to());
    performance
        .performer()
        .rulebook()
        .happen(Occurrence.of(Hook.ENTERING, actor, to.value()), draft);
    return to;
  }

  private static void pass(Performance performance, Direction way, Exit exit, RoomId to) {
    Draft draft = performance.draft();
    PlayerId actor = performance.actor();
    performance
        .player()
        .perch()
        .ifPresent(spot -> draft.change(new Change.Perched(actor, spot, false)));
    if (exit.cost() > 0) {
      new Effect.Feel(Effect.Vital.ENERGY, -exit.cost()).apply(draft);
    }
    Set<PlayerId> perceive = new TreeSet<>(Audience.PRESENT.listeners(draft.facts()));
    said(performance, "go.leaves." + kind(way), way.word());
    if (!exit.say().isEmpty()) {
      draft.tell(Audience.ACTOR, exit.say());
    }
    draft.change(new Change.Moved(actor, to));
    perceive.addAll(
        (draft.world().info().partyAware() ? Audience.ALL : Audience.PRESENT)
            .listeners(draft.facts()));
    said(performance, "go.arrives." + kind(way.opposite()), way.opposite().word());
    draft.tell(new Notice("PLAYER_MOVED", actor.value(), way.word(), perceive));
    draft.arrive(actor);
  }

  /** Tells the others in the room what they see of the actor's coming or going. */
  private static void said(Performance performance, String message, String way) {
    Draft draft = performance.draft();
    draft.as(
        draft.cause().withWords(way),
        () -> draft.tell(Audience.OTHERS, TextKind.EVENT, new Event.Content.Message(message)));
  }

  private static String kind(Direction way) {
    return switch (way) {
      case UP -> "up";
      case DOWN -> "down";
      case IN -> "in";
      case OUT -> "out";
      default -> "way";
    };
  }

  static void enter(Performance performance, Command command) {
    if (!(command.noun().orElse(null) instanceof ThingId thing)) {
      if (command.noun().isEmpty()) {
        walk(performance, Direction.IN);
      } else {
        performance.refuse(Refusal.NOT_POSSIBLE, "enter.player");
      }
      return;
    }
    Optional<Direction> through =
        performance.world().exitThrough(performance.player().room(), thing);
    if (through.isPresent()) {
      walk(performance, through.get());
    } else if (performance.thing(thing).enter().isEmpty()) {
      performance.refuse(Refusal.NOT_POSSIBLE, "enter.cannot");
    } else if (performance.player().perch().equals(Optional.of(thing))) {
      performance.refuse(Refusal.NO_EFFECT, "enter.already");
    } else if (performance.inReach(thing)) {
      performance
          .player()
          .perch()
          .ifPresent(
              spot -> performance.change(new Change.Perched(performance.actor(), spot, false)));
      performance.change(new Change.Perched(performance.actor(), thing, true));
      performance.act(
          performance.thing(thing).enter().get() == Thing.Enter.ON ? "enter.on" : "enter.in");
    }
  }

  /** Onto what one can be on; but whoever sits down on stairs does not walk up them. */
  private static void sit(Performance performance, Command command) {
    boolean way =
        command.noun().orElse(null) instanceof ThingId thing
            && isWay(performance, thing)
            && performance.thing(thing).enter().isEmpty();
    if (way) {
      performance.refuse(Refusal.NO_EFFECT, "sit.way");
    } else {
      performance.instead("enter", command);
    }
  }

  private static void climb(Performance performance, Command command) {
    boolean canEnter =
        command.noun().orElse(null) instanceof ThingId thing
            && (performance.thing(thing).enter().isPresent()
                || (command.direction().isEmpty() && isWay(performance, thing)));
    if (canEnter) {
      enter(performance, command);
    } else if (command.noun().isEmpty()) {
      climb(performance, command.direction().orElse(Direction.UP));
    } else if (command.direction().isPresent() && isFixed(performance, command.noun().get())) {
      walk(performance, command.direction().get());
    } else {
      performance.refuse(Refusal.NOT_POSSIBLE, "no_effect.climb.noun");
    }
  }

  /** Down is off what the player stands on, before it is a way. */
  private static void climb(Performance performance, Direction way) {
    if (way == Direction.DOWN && performance.player().perch().isPresent()) {
      exit(performance, Command.of("exit"));
    } else {
      walk(performance, way);
    }
  }

  /** Stairs and the like: what one can go up or down without being on it. */
  private static boolean isFixed(Performance performance, Referent noun) {
    return noun instanceof ThingId thing
        && !performance.thing(thing).isPerson()
        && !performance.stands(thing).portable();
  }

  /** Through a door, onto what can be entered; whatever else is in sight is near enough. */
  private static void approach(Performance performance, Command command) {
    boolean canEnter =
        command.noun().orElse(null) instanceof ThingId thing
            && (isWay(performance, thing) || performance.thing(thing).enter().isPresent());
    if (canEnter) {
      enter(performance, command);
    } else {
      performance.refuse(Refusal.NO_EFFECT, "approach.here");
    }
  }

  private static void use(Performance performance, Command command) {
    boolean way =
        command.second().isEmpty()
            && command.noun().orElse(null) instanceof ThingId thing
            && isWay(performance, thing);
    if (way) {
      enter(performance, command);
    } else {
      Actions.comesToNothing(performance, command);
    }
  }

  /** Whether one can leave the room by a thing: a door, stairs, a path. */
  static boolean isWay(Performance performance, ThingId thing) {
    return performance.world().exitThrough(performance.player().room(), thing).isPresent();
  }

  /** The way that leads to where the actor came from. */
  private static void back(Performance performance, Command command) {
    Map<Direction, Exit> exits = performance.world().room(performance.player().room()).exits();
    Optional<Direction> way =
        ways(performance).stream()
            .filter(
                out ->
                    Optional.ofNullable(exits.get(out))
                        .map(Exit::to)
                        .equals(performance.player().previous()))
            .findFirst();
    if (way.isPresent()) {
      walk(performance, way.get());
    } else {
      performance.refuse(Refusal.NO_SUCH_EXIT, "back.unknown");
    }
  }

  private static void stand(Performance performance, Command command) {
    if (performance.player().perch().isEmpty()) {
      performance.refuse(Refusal.NO_EFFECT, "stand.already");
    } else {
      exit(performance, command);
    }
  }

  private static void exit(Performance performance, Command command) {
    Optional<ThingId> perch = performance.player().perch();
    if (perch.isEmpty() && command.noun().orElse(null) instanceof ThingId thing) {
      leave(performance, command, thing);
    } else if (perch.isEmpty()) {
      walk(performance, Direction.OUT);
    } else if (command.noun().isPresent() && !command.noun().equals(perch)) {
      performance.refuse(Refusal.NO_EFFECT, "exit.not_on");
    } else {
      performance.change(new Change.Perched(performance.actor(), perch.get(), false));
      performance
          .draft()
          .as(performance.draft().cause().withNoun(perch.get()), () -> performance.act("exit.off"));
    }
  }

  /** Off what the actor is not on; but through a door one can leave. */
  private static void leave(Performance performance, Command command, ThingId thing) {
    if (isWay(performance, thing)) {
      enter(performance, command);
    } else {
      performance.refuse(Refusal.NO_EFFECT, "exit.not_on");
    }
  }
}

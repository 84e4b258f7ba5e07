package lamplight.engine.play;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Capacity;
import lamplight.engine.model.Change;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Presence;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.rules.Command;
import lamplight.engine.rules.Hook;
import lamplight.engine.rules.Occurrence;

/** Taking, dropping, putting and giving. */
final class Handling {
  private Handling() {}

  static Map<String, Action> actions() {
    return Map.of(
        "take", Handling::take,
        "drop", Handling::drop,
        "put_in", Handling::putIn,
        "put_on", Handling::putOn,
        "give", Handling::give,
        "feed", (performance, command) -> performance.instead("give", command),
        "feed_with", (performance, command) -> performance.instead("give", command.turned()),
        "throw", Handling::throwAt);
  }

  private static void take(Performance performance, Command command) {
    Optional<ThingId> noun = thing(performance, command.noun(), "take.player");
    if (Pouring.flows(performance, command.noun())) {
      noun.ifPresent(liquid -> Pouring.take(performance, liquid));
      return;
    }
    if (noun.isPresent() && isRoad(performance, noun.get())) {
      Moving.enter(performance, command);
      return;
    }
    if (noun.isEmpty() || !canTake(performance, noun.get())) {
      return;
    }
    Optional<PlayerId> absent = absentHolder(performance, noun.get());
    performance.change(new Change.Placed(noun.get(), new Place.HeldBy(performance.actor(), false)));
    if (absent.isPresent()) {
      performance.actOn(absent.get(), "take.away");
    } else {
      performance.act("take");
    }
    performance.draft().notice("ITEM_TAKEN", noun.get().value());
  }

  /** "Take the path": a way, unless its author says why it cannot be taken along. */
  private static boolean isRoad(Performance performance, ThingId id) {
    Thing thing = performance.thing(id);
    return thing.way().isPresent()
        && !performance.stands(id).portable()
        && thing.stuck().isEmpty()
        && Moving.isWay(performance, id);
  }

  private static boolean canTake(Performance performance, ThingId id) {
    Thing thing = performance.thing(id);
    if (performance.stands(id).place() instanceof Place.HeldBy held
        && held.player().equals(performance.actor())) {
      performance.refuse(Refusal.NO_EFFECT, "take.already");
    } else if (performance.stands(id).place() instanceof Place.With with) {
      performance.refuse(Refusal.NOT_POSSIBLE, "take.persons", with.person());
    } else if (thing.isPerson()) {
      performance.refuse(Refusal.NOT_POSSIBLE, thing.stuck(), "take.person");
    } else if (absentHolder(performance, id).isPresent() || performance.inReach(id)) {
      if (!performance.stands(id).portable()) {
        performance.refuse(Refusal.NOT_POSSIBLE, thing.stuck(), "take.fixed");
      } else {
        hasRoom(performance, id, performance.actor(), "take.too_much");
      }
    }
    return !performance.isRefused();
  }

  /**
   * The player who has a thing in the hands and does not sit at the terminal: the others can go on
   * with it.
   */
  private static Optional<PlayerId> absentHolder(Performance performance, ThingId thing) {
    return performance.stands(thing).place() instanceof Place.HeldBy held
            && performance.state().player(held.player()).presence() == Presence.AWAY
        ? Optional.of(held.player())
        : Optional.empty();
  }

  private static void drop(Performance performance, Command command) {
    if (Pouring.flows(performance, command.noun())) {
      Pouring.pour(performance, command);
      return;
    }
    Optional<ThingId> noun = thing(performance, command.noun(), "drop.player");
    if (noun.isEmpty() || !held(performance, noun.get()) || !performance.takenOff(noun.get())) {
      return;
    }
    performance.change(
        new Change.Placed(noun.get(), new Place.InRoom(performance.player().room())));
    performance.act("drop");
    performance.draft().notice("ITEM_DROPPED", noun.get().value());
  }

  private static boolean held(Performance performance, ThingId thing) {
    if (!performance.sight().carries(performance.actor(), thing)) {
      performance.refuse(Refusal.NOT_HELD, "not_held");
    }
    return !performance.isRefused();
  }

  private static void putIn(Performance performance, Command command) {
    Optional<ThingId> noun = thing(performance, command.noun(), "put.player");
    Optional<ThingId> into = thing(performance, command.second(), "put.into_player");
    if (noun.isEmpty() || into.isEmpty()) {
      return;
    }
    if (Pouring.flows(performance, command.noun())
        && Pouring.isVessel(performance, command.second())) {
      Pouring.putIn(performance, command);
      return;
    }
    ThingId container = into.get();
    if (performance.thing(container).container().isEmpty()) {
      if (performance.thing(container).supporter().isPresent()) {
        putOn(performance, command);
      } else {
        performance.refuse(Refusal.NOT_POSSIBLE, "put_in.cannot");
      }
      return;
    }
    if (!performance.inHand(noun.get()) || !performance.inReach(container)) {
      return;
    }
    boolean open =
        performance.stands(container).open()
            || performance.first("first.open", Command.of("open", container));
    Capacity holds = performance.thing(container).container().get().holds();
    if (open && fits(performance, noun.get(), container, holds, "put_in.full")) {
      performance.change(new Change.Placed(noun.get(), new Place.In(container)));
      performance.act("put_in");
    }
  }

  private static void putOn(Performance performance, Command command) {
    Optional<ThingId> noun = thing(performance, command.noun(), "put.player");
    Optional<ThingId> onto = thing(performance, command.second(), "put.onto_player");
    if (noun.isEmpty() || onto.isEmpty()) {
      return;
    }
    ThingId supporter = onto.get();
    if (performance.thing(supporter).supporter().isEmpty()) {
      performance.refuse(Refusal.NOT_POSSIBLE, "put_on.cannot");
      return;
    }
    if (!performance.inHand(noun.get()) || !performance.inReach(supporter)) {
      return;
    }
    Capacity holds = performance.thing(supporter).supporter().get().holds();
    if (fits(performance, noun.get(), supporter, holds, "put_on.full")) {
      performance.change(new Change.Placed(noun.get(), new Place.On(supporter)));
      performance.act("put_on");
    }
  }

  private static boolean fits(
      Performance performance, ThingId thing, ThingId holder, Capacity holds, String full) {
    if (performance.sight().isWithin(holder, thing)) {
      performance.refuse(Refusal.NOT_POSSIBLE, "put.itself");
    } else {
      hasRoom(performance, holds, performance.sight().contents(holder), thing, full);
    }
    return !performance.isRefused();
  }

  /** Whether a player can carry one more thing. */
  private static boolean hasRoom(
      Performance performance, ThingId thing, PlayerId player, String full) {
    return hasRoom(
        performance,
        performance.sight().capacity(player),
        performance.sight().carried(player),
        thing,
        full);
  }

  /** Whether a thing fits to those that are there; the refusal says what there is too much of. */
  private static boolean hasRoom(
      Performance performance, Capacity holds, List<ThingId> there, ThingId more, String full) {
    Optional<Capacity.Limit> exceeded = performance.sight().exceeded(holds, there, more);
    exceeded.ifPresent(
        limit ->
            performance.refuse(
                Refusal.TOO_MUCH,
                switch (limit) {
                  case THINGS -> full;
                  case WEIGHT -> full + ".weight";
                  case BULK -> full + ".bulk";
                }));
    return exceeded.isEmpty();
  }

  private static void give(Performance performance, Command command) {
    Optional<ThingId> noun = thing(performance, command.noun(), "give.player");
    if (noun.isEmpty() || command.second().isEmpty()) {
      return;
    }
    if (!performance.inHand(noun.get())) {
      return;
    }
    Referent second = command.second().get();
    if (second instanceof PlayerId receiver) {
      giveToPlayer(performance, noun.get(), receiver);
    } else if (performance.thing((ThingId) second).isPerson()) {
      performance.refuse(Refusal.NO_EFFECT, "give.unwanted");
    } else {
      performance.refuse(Refusal.NOT_POSSIBLE, "give.thing");
    }
  }

  private static void giveToPlayer(Performance performance, ThingId thing, PlayerId receiver) {
    if (receiver.equals(performance.actor())) {
      performance.refuse(Refusal.NO_EFFECT, "give.self");
    } else if (hasRoom(performance, thing, receiver, "give.too_much")) {
      performance.change(new Change.Placed(thing, new Place.HeldBy(receiver, false)));
      performance.act("give");
      performance.draft().notice("ITEM_GIVEN", thing.value());
    }
  }

  private static void throwAt(Performance performance, Command command) {
    if (Pouring.flows(performance, command.noun())) {
      Pouring.pour(performance, command);
      return;
    }
    Optional<ThingId> noun = thing(performance, command.noun(), "take.player");
    if (noun.isEmpty() || !performance.inHand(noun.get())) {
      return;
    }
    performance.change(
        new Change.Placed(noun.get(), new Place.InRoom(performance.player().room())));
    performance.draft().happen(Occurrence.of(Hook.THROWN, performance.actor(), noun.get().value()));
    performance.act(command.second().isPresent() ? "throw.at" : "throw");
  }

  /** The noun if it is a thing; refuses if it is a player. */
  static Optional<ThingId> thing(Performance performance, Optional<Referent> noun, String refusal) {
    if (noun.orElse(null) instanceof ThingId thing) {
      return Optional.of(thing);
    }
    if (noun.isPresent()) {
      performance.refuse(Refusal.NOT_POSSIBLE, refusal);
    } else {
      performance.refuse(Refusal.INCOMPLETE, "what");
    }
    return Optional.empty();
  }
}

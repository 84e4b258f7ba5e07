package lamplight.engine.play;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Change;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.prose.TextKind;
import lamplight.engine.rules.Audience;
import lamplight.engine.rules.Command;
import lamplight.engine.rules.Event;

/**
 * Liquids: filling vessels, pouring them out, drinking.
 *
 * <p>What is said of a vessel is done to the liquid in it, as a command of its own, so that rules
 * about the liquid have their say: "empty bottle" pours the water.
 */
final class Pouring {
  private Pouring() {}

  static Map<String, Action> actions() {
    return Map.of("fill", Pouring::fill, "pour", Pouring::pour, "drink", Pouring::drink);
  }

  /**
   * Where a liquid comes from.
   *
   * @param liquid what it is
   * @param content what leaves another vessel; empty: a source, which never dries up
   */
  private record Supply(ThingId liquid, Optional<ThingId> content) {
    static Optional<Supply> of(Performance performance, ThingId from) {
      Optional<ThingId> source = performance.thing(from).source();
      if (source.isPresent()) {
        return Optional.of(new Supply(source.get(), Optional.empty()));
      }
      Optional<ThingId> content =
          isLiquid(performance, from) ? Optional.of(from) : performance.sight().liquidIn(from);
      return content.map(it -> new Supply(performance.thing(it).alike(), Optional.of(it)));
    }
  }

  private static boolean isLiquid(Performance performance, ThingId thing) {
    return performance.thing(thing).liquid().isPresent();
  }

  /** Whether a noun can be had in a vessel alone: a liquid, or what it can be drawn from. */
  static boolean flows(Performance performance, Optional<Referent> noun) {
    return noun.orElse(null) instanceof ThingId thing
        && (isLiquid(performance, thing)
            || (performance.thing(thing).source().isPresent()
                && !performance.stands(thing).portable()));
  }

  static boolean isVessel(Performance performance, Optional<Referent> noun) {
    return noun.orElse(null) instanceof ThingId thing
        && performance.thing(thing).vessel().isPresent();
  }

  /** Does another command in place of this one. */
  private static void instead(
      Performance performance, String action, ThingId noun, Optional<Referent> second) {
    performance
        .performer()
        .perform(
            performance.draft(),
            performance.actor(),
            new Command(new ActionId(action), Optional.of(noun), second, Optional.empty(), ""));
  }

  private static void fill(Performance performance, Command command) {
    Optional<ThingId> noun = Handling.thing(performance, command.noun(), "fill.cannot");
    if (noun.isEmpty()) {
      return;
    }
    ThingId vessel = noun.get();
    if (performance.thing(vessel).vessel().isEmpty()) {
      performance.refuse(Refusal.NOT_POSSIBLE, "fill.cannot");
    } else if (atHand(performance, vessel) && isEmpty(performance, vessel, command.second())) {
      if (command.second().isEmpty()) {
        fillFromWhatIsHere(performance, vessel);
      } else if (command.second().get() instanceof ThingId from) {
        fillFrom(performance, vessel, from);
      } else {
        performance.refuse(Refusal.NOT_POSSIBLE, "fill.no_liquid");
      }
    }
  }

  /** A vessel that can be carried is taken first; another need only be in reach. */
  private static boolean atHand(Performance performance, ThingId vessel) {
    return performance.stands(vessel).portable()
        ? performance.inHand(vessel)
        : performance.inReach(vessel);
  }

  private static boolean isEmpty(
      Performance performance, ThingId vessel, Optional<Referent> second) {
    Optional<ThingId> content = performance.sight().liquidIn(vessel);
    if (content.isEmpty()) {
      return true;
    }
    Optional<Supply> supply =
        second.orElse(null) instanceof ThingId from
            ? Supply.of(performance, from)
            : Optional.empty();
    boolean other =
        supply
            .filter(of -> !of.liquid().equals(performance.thing(content.get()).alike()))
            .isPresent();
    performance.refuse(Refusal.NO_EFFECT, other ? "fill.occupied" : "fill.already", content.get());
    return false;
  }

  /** From the only liquid that there is; what is understood so is said in brackets. */
  private static void fillFromWhatIsHere(Performance performance, ThingId vessel) {
    List<ThingId> sources =
        performance.sight().seen(performance.actor()).stream()
            .filter(thing -> performance.thing(thing).source().isPresent())
            .filter(thing -> performance.sight().reaches(performance.actor(), thing))
            .toList();
    long liquids =
        sources.stream().map(source -> performance.thing(source).source()).distinct().count();
    if (sources.isEmpty()) {
      performance.refuse(Refusal.NOT_POSSIBLE, "fill.nothing");
    } else if (liquids > 1) {
      performance.refuse(Refusal.AMBIGUOUS, "fill.which");
    } else {
      ThingId source = sources.get(0);
      performance
          .draft()
          .as(
              performance.draft().cause().withSecond(source),
              () ->
                  performance
                      .draft()
                      .tell(
                          Audience.ACTOR,
                          TextKind.RESULT,
                          new Event.Content.Message("first.fill_from")));
      instead(performance, "fill", vessel, Optional.of(source));
    }
  }

  private static void fillFrom(Performance performance, ThingId vessel, ThingId from) {
    Optional<Supply> supply = Supply.of(performance, from);
    Map<ThingId, ThingId> contents =
        performance.thing(vessel).vessel().map(Thing.Vessel::contents).orElse(Map.of());
    if (!inReach(performance, from)) {
      return;
    }
    if (supply.isEmpty()) {
      performance.refuse(Refusal.NOT_POSSIBLE, "fill.no_liquid");
      return;
    }
    ThingId liquid = supply.get().liquid();
    ThingId filled = contents.get(liquid);
    if (filled == null) {
      performance.refuse(Refusal.NOT_POSSIBLE, "fill.wrong", liquid);
      return;
    }
    supply.get().content().ifPresent(content -> remove(performance, content));
    performance.change(new Change.Placed(filled, new Place.In(vessel)));
    performance.actOn(filled, "fill");
  }

  private static void remove(Performance performance, ThingId content) {
    performance.change(new Change.Placed(content, Place.NOWHERE));
  }

  /** Whether the actor can touch a thing that is not the command's noun. */
  private static boolean inReach(Performance performance, ThingId thing) {
    performance
        .draft()
        .as(performance.draft().cause().withNoun(thing), () -> performance.inReach(thing));
    return !performance.isRefused();
  }

  static void pour(Performance performance, Command command) {
    Optional<ThingId> noun = Handling.thing(performance, command.noun(), "pour.cannot");
    if (noun.isEmpty()) {
      return;
    }
    ThingId thing = noun.get();
    if (isVessel(performance, command.noun())) {
      Optional<ThingId> content = performance.sight().liquidIn(thing);
      if (content.isPresent()) {
        instead(performance, "pour", content.get(), command.second());
      } else {
        performance.refuse(Refusal.NO_EFFECT, "pour.empty");
      }
    } else if (!isLiquid(performance, thing)) {
      pourThings(performance, thing, command.second());
    } else if (vesselOf(performance, thing)
        .filter(vessel -> atHand(performance, vessel))
        .isPresent()) {
      pourLiquid(performance, thing, command.second());
    }
  }

  /** A container's contents fall out of it; what else there is to empty is refused. */
  private static void pourThings(
      Performance performance, ThingId container, Optional<Referent> second) {
    boolean holds = performance.thing(container).container().isPresent();
    if (!holds || second.isPresent()) {
      boolean source = performance.thing(container).source().isPresent();
      performance.refuse(Refusal.NO_EFFECT, source ? "pour.cannot" : "no_effect.noun");
      return;
    }
    List<ThingId> contents = performance.sight().contents(container);
    if (!performance.stands(container).open()) {
      performance.refuse(Refusal.DOOR_CLOSED, "look_in.closed");
    } else if (contents.isEmpty()) {
      performance.refuse(Refusal.NO_EFFECT, "pour.empty");
    } else if (performance.inReach(container)) {
      Place floor = new Place.InRoom(performance.player().room());
      contents.forEach(thing -> performance.change(new Change.Placed(thing, floor)));
      performance.act("pour.things");
    }
  }

  private static Optional<ThingId> vesselOf(Performance performance, ThingId content) {
    return performance.stands(content).place() instanceof Place.In in
        ? Optional.of(in.container())
        : Optional.empty();
  }

  private static void pourLiquid(
      Performance performance, ThingId content, Optional<Referent> second) {
    if (second.isEmpty()) {
      remove(performance, content);
      performance.act("pour");
    } else if (second.get() instanceof PlayerId
        || performance.thing((ThingId) second.get()).isPerson()) {
      performance.refuse(Refusal.NOT_POSSIBLE, "pour.person");
    } else if (vesselOf(performance, content).map(Referent.class::cast).equals(second)) {
      performance.refuse(Refusal.NO_EFFECT, "pour.itself");
    } else if (isVessel(performance, second)) {
      instead(performance, "fill", (ThingId) second.get(), Optional.of(content));
    } else if (inReach(performance, (ThingId) second.get())) {
      remove(performance, content);
      performance.act("pour.on");
    }
  }

  /** A liquid, or what there is to drink in or from something. */
  private static void drink(Performance performance, Command command) {
    Optional<ThingId> noun = Handling.thing(performance, command.noun(), "drink.cannot");
    if (noun.isEmpty()) {
      return;
    }
    ThingId thing = noun.get();
    Optional<Supply> supply = Supply.of(performance, thing);
    if (supply.isEmpty()) {
      if (isVessel(performance, command.noun())) {
        performance.refuse(Refusal.NO_EFFECT, "pour.empty");
      } else {
        Using.consume(performance, command, "drink");
      }
    } else if (isVessel(performance, command.noun())) {
      instead(performance, "drink", supply.get().content().orElseThrow(), Optional.empty());
    } else if (performance.inReach(thing)) {
      swallow(performance, supply.get());
    }
  }

  private static void swallow(Performance performance, Supply supply) {
    Thing liquid = performance.thing(supply.liquid());
    if (!liquid.drinkable()) {
      performance.refuse(Refusal.NOT_POSSIBLE, "drink.bad", supply.liquid());
      return;
    }
    supply.content().ifPresent(content -> remove(performance, content));
    Text drink = liquid.liquid().map(Thing.Liquid::drink).orElse(Text.EMPTY);
    if (drink.isEmpty()) {
      performance.actOn(supply.liquid(), "drink.liquid");
    } else {
      performance.say(drink, "drink.liquid");
    }
  }

  /** Taking a liquid is filling something with it that the actor carries. */
  static void take(Performance performance, ThingId noun) {
    if (performance.sight().carries(performance.actor(), noun)) {
      performance.refuse(Refusal.NO_EFFECT, "take.already");
      return;
    }
    Optional<ThingId> liquid = Supply.of(performance, noun).map(Supply::liquid);
    List<ThingId> vessels =
        performance.sight().carried(performance.actor()).stream()
            .filter(
                thing ->
                    performance
                        .thing(thing)
                        .vessel()
                        .filter(vessel -> liquid.filter(vessel.contents()::containsKey).isPresent())
                        .isPresent())
            .toList();
    Optional<ThingId> empty =
        vessels.stream()
            .filter(vessel -> performance.sight().liquidIn(vessel).isEmpty())
            .findFirst();
    if (empty.isPresent()) {
      instead(performance, "fill", empty.get(), Optional.of(noun));
    } else if (!performance.thing(noun).stuck().isEmpty()) {
      performance.draft().refuse(Refusal.NOT_POSSIBLE, performance.thing(noun).stuck());
    } else {
      String reason = vessels.isEmpty() ? "take.no_vessel" : "take.no_empty_vessel";
      performance.refuse(Refusal.NOT_POSSIBLE, reason, liquid.orElse(noun));
    }
  }

  /** Putting a liquid into a vessel is filling it. */
  static void putIn(Performance performance, Command command) {
    if (command.second().orElse(null) instanceof ThingId vessel) {
      instead(performance, "fill", vessel, command.noun());
    }
  }
}

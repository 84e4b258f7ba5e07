package lamplight.engine.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Place;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Spot;
import lamplight.engine.model.Thing;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Hook;
import lamplight.engine.rules.On;
import lamplight.engine.rules.Rule;

/**
 * Where rules take players, and where they end the game. A rule that does not say where it fires
 * may fire anywhere, and so may all timers and topics.
 *
 * @param endings the rooms in which the game may end
 * @param ways where rules may lead from a room
 */
record Escapes(Set<RoomId> endings, Map<RoomId, Set<RoomId>> ways) {

  static Escapes of(Inspection inspection) {
    Escapes escapes = new Escapes(new HashSet<>(), new HashMap<>());
    Set<RoomId> all = inspection.world().rooms().keySet();
    for (Rule rule : inspection.origins().all(Rule.class)) {
      Set<RoomId> rooms = rooms(inspection, rule).orElse(all);
      Stream.concat(rule.effects().stream(), rule.otherwise().stream())
          .flatMap(Census::within)
          .forEach(effect -> escapes.add(effect, rooms));
    }
    var rulebook = inspection.story().rulebook();
    Stream.concat(
            rulebook.timers().values().stream().flatMap(steps -> steps.values().stream()),
            rulebook.talks().values().stream()
                .flatMap(talk -> talk.topics().stream())
                .map(topic -> topic.effects()))
        .flatMap(List::stream)
        .flatMap(Census::within)
        .forEach(effect -> escapes.add(effect, all));
    return escapes;
  }

  private void add(Effect effect, Set<RoomId> rooms) {
    if (effect instanceof Effect.End || effect instanceof Effect.Kill) {
      endings.addAll(rooms);
    } else if (effect instanceof Effect.Go go && go.to().isPresent()) {
      rooms.forEach(room -> leads(room).add(go.to().get()));
    } else if (effect instanceof Effect.Redirect way) {
      rooms.forEach(room -> leads(room).add(way.to()));
    }
  }

  /** Where rules may lead from a room. */
  Set<RoomId> leads(RoomId room) {
    return ways.computeIfAbsent(room, id -> new HashSet<>());
  }

  /** The rooms in which a rule can fire; empty if nothing is said about it. */
  private static Optional<Set<RoomId>> rooms(Inspection inspection, Rule rule) {
    Optional<Set<RoomId>> at =
        Contradiction.parts(rule.when())
            .filter(Condition.At.class::isInstance)
            .map(part -> rooms(inspection, ((Condition.At) part).spots()))
            .findFirst();
    if (at.isPresent()) {
      return at;
    }
    Set<RoomId> rooms = new HashSet<>();
    for (On on : rule.on()) {
      Optional<Set<RoomId>> here = rooms(inspection, on);
      if (here.isEmpty()) {
        return Optional.empty();
      }
      rooms.addAll(here.get());
    }
    return Optional.of(rooms);
  }

  private static Set<RoomId> rooms(Inspection inspection, List<Spot> spots) {
    return spots.stream().allMatch(Spot.In.class::isInstance)
        ? spots.stream().map(spot -> ((Spot.In) spot).room()).collect(Collectors.toSet())
        : inspection.world().rooms().keySet();
  }

  private static Optional<Set<RoomId>> rooms(Inspection inspection, On on) {
    if (on instanceof On.Doing doing) {
      return doing.noun() instanceof On.Noun.Exactly exactly
          ? fixedAt(inspection.world().thing(exactly.thing())).map(Set::of)
          : Optional.empty();
    }
    On.Happening happening = (On.Happening) on;
    boolean ofRooms = Set.of(Hook.ENTERING, Hook.ENTERED, Hook.LEAVING).contains(happening.hook());
    return ofRooms && !happening.subjects().isEmpty()
        ? Optional.of(happening.subjects().stream().map(RoomId::new).collect(Collectors.toSet()))
        : Optional.empty();
  }

  private static Optional<RoomId> fixedAt(Thing thing) {
    return !thing.portable() && !thing.isPerson() && thing.start() instanceof Place.InRoom in
        ? Optional.of(in.room())
        : Optional.empty();
  }
}

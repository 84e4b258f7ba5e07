package lamplight.engine.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Place;
import lamplight.engine.model.Room;
import lamplight.engine.model.Subject;
import lamplight.engine.model.Text;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.World;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Effect.Makes;

/** Whether players can ever come upon every thing, and name it. */
final class Belongings {
  private Belongings() {}

  /** Things that are nowhere when the world begins, and that nothing brings in. */
  static void lost(Inspection inspection) {
    World world = inspection.world();
    Set<ThingId> moved =
        Stream.of(
                moved(inspection),
                inspection.census().effects(Effect.Spawn.class).flatMap(of -> of.alike().stream()),
                world.roles().values().stream().flatMap(role -> role.things().stream()))
            .flatMap(things -> things)
            .collect(Collectors.toSet());
    for (Thing thing : world.things().values()) {
      boolean somewhere =
          thing.kind() == Thing.Kind.DOOR
              || thing.partOf().isPresent()
              || thing.liquid().isPresent()
              || !thing.start().equals(Place.NOWHERE);
      if (!somewhere && !moved.contains(thing.id())) {
        inspection.warning(
            thing.id(),
            "\"" + thing.id() + "\" is nowhere, and no effect moves it in",
            "give it a place: at");
      }
    }
  }

  /** Doors that no exit names. */
  static void doorless(Inspection inspection) {
    World world = inspection.world();
    Set<ThingId> hung =
        world.rooms().values().stream()
            .flatMap(room -> room.exits().values().stream())
            .map(Exit::door)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    world.things().values().stream()
        .filter(thing -> thing.kind() == Thing.Kind.DOOR && !hung.contains(thing.id()))
        .forEach(
            thing ->
                inspection.warning(
                    thing.id(),
                    "door \"" + thing.id() + "\" stands in no exit",
                    "name it in an exit: {to: …, door: " + thing.id() + "}"));
  }

  /** Doors that one room knows of, and the room behind it does not. */
  static void oneSided(Inspection inspection) {
    World world = inspection.world();
    for (Room room : world.rooms().values()) {
      for (Exit exit : room.exits().values()) {
        boolean back =
            world.room(exit.to()).exits().values().stream()
                .anyMatch(other -> other.to().equals(room.id()));
        exit.door()
            .filter(door -> back && !world.doors(exit.to()).contains(door))
            .ifPresent(
                door ->
                    inspection.warning(
                        inspection.at(exit),
                        "door \""
                            + door
                            + "\" has one side: the way back from \""
                            + exit.to()
                            + "\" is without it",
                        "name it in that exit too"));
      }
    }
  }

  /** Things that players find, and that nothing is said about. */
  static void undescribed(Inspection inspection) {
    for (Room room : inspection.world().rooms().values()) {
      if (isBlank(room.description())) {
        inspection.warning(
            room.id(), "room \"" + room.id() + "\" has an empty description", "write one");
      }
    }
    for (Thing thing : inspection.world().things().values()) {
      boolean first = thing.id().equals(thing.alike()) && thing.liquid().isEmpty();
      if (first && isBlank(thing.description()) && thing.states().isEmpty()) {
        inspection.advice(
            inspection.origins().of(thing.id()),
            "\"" + thing.id() + "\" has no description",
            "players examine everything: write one");
      }
    }
  }

  private static boolean isBlank(Text text) {
    return text.parts().stream().allMatch(part -> part.text().pieces().isEmpty());
  }

  /** Things that are hidden and never revealed. */
  static void hidden(Inspection inspection) {
    Set<ThingId> revealed = made(inspection, Makes.REVEALED);
    things(inspection, Effect.Reveal.class, reveal -> true, Effect.Reveal::thing)
        .forEach(revealed::add);
    inspection.world().things().values().stream()
        .filter(thing -> thing.hidden() && !revealed.contains(thing.id()))
        .forEach(
            thing ->
                inspection.warning(
                    thing.id(),
                    "\"" + thing.id() + "\" is hidden, and no effect reveals it",
                    "add: make: {" + thing.id() + ": revealed}"));
  }

  /** Locks that nothing opens. */
  static void locked(Inspection inspection) {
    Set<ThingId> unlocked = made(inspection, Makes.UNLOCKED);
    unlocked.addAll(made(inspection, Makes.OPEN));
    for (Thing thing : inspection.world().things().values()) {
      boolean shut =
          thing.lid().filter(lid -> lid.locked().orElse(false) && lid.key().isEmpty()).isPresent();
      if (shut && !unlocked.contains(thing.id())) {
        inspection.warning(
            thing.id(),
            "\"" + thing.id() + "\" is locked, has no key, and no effect unlocks it",
            "give it a key, or add: make: {" + thing.id() + ": unlocked}");
      }
    }
  }

  /** Things that do not answer to their own name. */
  static void misnamed(Inspection inspection) {
    for (Thing thing : inspection.world().things().values()) {
      List<String> words = Nouns.tokens(thing.name());
      if (!thing.name().isEmpty() && words.stream().noneMatch(thing.nouns()::contains)) {
        inspection.warning(
            thing.id(),
            "players who type \"" + thing.name() + "\" do not mean \"" + thing.id() + "\"",
            "add a word of its name to its words");
      }
    }
  }

  private static Stream<ThingId> moved(Inspection inspection) {
    return things(inspection, Effect.Move.class, move -> true, Effect.Move::thing);
  }

  private static Set<ThingId> made(Inspection inspection, Makes makes) {
    return things(inspection, Effect.Make.class, make -> make.makes() == makes, Effect.Make::thing)
        .collect(Collectors.toSet());
  }

  /** The things that some effects are about: those that they name, and those of their sets. */
  private static <E extends Effect> Stream<ThingId> things(
      Inspection inspection, Class<E> type, Predicate<E> which, Function<E, Subject> subject) {
    Census census = inspection.census();
    Stream<ThingId> named =
        census
            .effects(type)
            .filter(which)
            .flatMap(effect -> subject.apply(effect).fixed().stream());
    Stream<ThingId> ofSets =
        census
            .effects(Effect.Every.class)
            .filter(
                every ->
                    Census.within(every)
                        .filter(type::isInstance)
                        .map(type::cast)
                        .filter(which)
                        .anyMatch(effect -> subject.apply(effect).fixed().isEmpty()))
            .flatMap(every -> every.set().things().stream());
    return Stream.concat(named, ofSets);
  }
}

package lamplight.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Place;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;

/** Words that mean two things at once. */
final class Names {
  /** What players type for something else than a thing. */
  private static final Set<String> TAKEN =
      Stream.concat(
              Stream.of(
                  "it", "them", "him", "her", "all", "n", "ne", "e", "se", "s", "sw", "w", "nw",
                  "u", "d", "then", "and", "except", "but"),
              Stream.of(Direction.values()).map(Direction::word))
          .collect(Collectors.toUnmodifiableSet());

  private Names() {}

  /** Different things of one room that have the same name. */
  static void alike(Inspection inspection) {
    for (Room room : inspection.world().rooms().values()) {
      Map<String, Thing> names = new HashMap<>();
      for (Thing thing : in(inspection, room.id())) {
        Thing other = names.putIfAbsent(thing.name().toLowerCase(Locale.ROOT), thing);
        if (other != null && !other.alike().equals(thing.alike())) {
          inspection.warning(
              inspection.origins().of(thing.id()),
              "\""
                  + thing.id()
                  + "\" and \""
                  + other.id()
                  + "\" are in one room, and both are \""
                  + thing.name()
                  + "\": nobody can tell them apart",
              "give one of them another name");
        }
      }
    }
  }

  /** What is in a room when the world begins, doors and what lies in things too. */
  private static List<Thing> in(Inspection inspection, RoomId room) {
    List<Thing> things = new ArrayList<>();
    inspection.world().doors(room).forEach(door -> things.add(inspection.world().thing(door)));
    for (Thing thing : inspection.world().things().values()) {
      if (thing.liquid().isEmpty() && isIn(inspection, thing, room, 0)) {
        things.add(thing);
      }
    }
    return things;
  }

  private static boolean isIn(Inspection inspection, Thing thing, RoomId room, int depth) {
    Place place = thing.start();
    if (place instanceof Place.InRoom in) {
      return in.room().equals(room);
    }
    ThingId holder =
        thing
            .partOf()
            .orElse(
                place instanceof Place.In in
                    ? in.container()
                    : place instanceof Place.On on ? on.supporter() : thing.id());
    return !holder.equals(thing.id())
        && depth < inspection.world().things().size()
        && isIn(inspection, inspection.world().thing(holder), room, depth + 1);
  }

  /** Things that are named by a word that players type for a way or for a pronoun. */
  static void taken(Inspection inspection) {
    for (Thing thing : inspection.world().things().values()) {
      thing.nouns().stream()
          .filter(TAKEN::contains)
          .findFirst()
          .filter(word -> thing.id().equals(thing.alike()))
          .ifPresent(
              word ->
                  inspection.warning(
                      inspection.origins().of(thing.id()),
                      "\""
                          + word
                          + "\" names \""
                          + thing.id()
                          + "\", and players type it for something else",
                      "take it out of its words"));
    }
  }
}

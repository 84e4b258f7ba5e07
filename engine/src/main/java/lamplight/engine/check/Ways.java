package lamplight.engine.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Place;
import lamplight.engine.model.Role;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Thing;
import lamplight.engine.model.World;
import lamplight.engine.rules.Death;
import lamplight.engine.rules.Effect;

/** Whether players can get everywhere, conditions aside. */
final class Ways {
  /** Ways that lead nowhere on a map. */
  private static final Set<Direction> ASIDE = Set.of(Direction.IN, Direction.OUT);

  private Ways() {}

  /** Rooms that no exit and no effect leads to. */
  static void unreached(Inspection inspection) {
    World world = inspection.world();
    Set<RoomId> reached = new HashSet<>();
    Deque<RoomId> next = new ArrayDeque<>();
    Stream.of(
            Stream.of(world.info().start()),
            world.roles().values().stream().map(Role::start).flatMap(java.util.Optional::stream),
            inspection.census().effects(Effect.Go.class).flatMap(go -> go.to().stream()),
            inspection.census().effects(Effect.Redirect.class).map(Effect.Redirect::to),
            inspection.story().rulebook().death().flatMap(Death::revive).stream())
        .flatMap(starts -> starts)
        .forEach(next::add);
    while (!next.isEmpty()) {
      RoomId room = next.remove();
      if (reached.add(room)) {
        world.room(room).exits().values().stream().map(Exit::to).forEach(next::add);
      }
    }
    for (Room room : world.rooms().values()) {
      if (!reached.contains(room.id())) {
        inspection.error(
            room.id(),
            "no way leads to room \"" + room.id() + "\"",
            "give another room an exit to it, or delete it");
      }
    }
  }

  /** Stairs and paths that lead where their room has no exit. */
  static void dead(Inspection inspection) {
    for (Thing thing : inspection.world().things().values()) {
      boolean dead =
          thing.start() instanceof Place.InRoom in
              && thing.way().isPresent()
              && inspection.world().exitThrough(in.room(), thing.id()).isEmpty();
      if (dead) {
        inspection.error(
            thing.id(),
            "\"" + thing.id() + "\" is a way where its room has no exit",
            "give the room an exit " + thing.way().map(Direction::word).orElse(""));
      }
    }
  }

  /** Exits to a room that has no exit back, or has it elsewhere than the map says. */
  static void askew(Inspection inspection) {
    World world = inspection.world();
    for (Room room : world.rooms().values()) {
      room.exits()
          .forEach(
              (way, exit) -> {
                List<Direction> back =
                    world.room(exit.to()).exits().entrySet().stream()
                        .filter(other -> other.getValue().to().equals(room.id()))
                        .map(Map.Entry::getKey)
                        .toList();
                String to = "exit " + way.word() + " leads to \"" + exit.to() + "\"";
                if (back.isEmpty()) {
                  inspection.advice(
                      inspection.at(exit),
                      to + ", and no exit leads back",
                      "add one, if players are meant to come back");
                } else if (!ASIDE.contains(way) && !back.contains(way.opposite())) {
                  inspection.advice(
                      inspection.at(exit),
                      to + ", and the way back is " + back.get(0).word(),
                      "make it " + way.opposite().word() + ", if the way is not meant to turn");
                }
              });
    }
  }

  /** Rooms from which neither the start nor an ending can be reached any more. */
  static void traps(Inspection inspection) {
    World world = inspection.world();
    Escapes escapes = Escapes.of(inspection);
    Set<RoomId> free = new HashSet<>(escapes.endings());
    free.add(world.info().start());
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Room room : world.rooms().values()) {
        boolean out =
            room.exits().values().stream().anyMatch(exit -> free.contains(exit.to()))
                || escapes.leads(room.id()).stream().anyMatch(free::contains);
        grown |= out && free.add(room.id());
      }
    }
    List<Room> trapped =
        world.rooms().values().stream()
            .filter(room -> inspection.reach().comesTo(room.id()) && !free.contains(room.id()))
            .toList();
    if (!trapped.isEmpty()) {
      inspection.warning(
          trapped.get(0).id(),
          "whoever comes to \""
              + trapped.get(0).id()
              + "\""
              + (trapped.size() == 1
                  ? ""
                  : ", or " + (trapped.size() - 1) + " more rooms about it,")
              + " never gets back to the start, nor to an ending",
          "add a way out, or an ending");
    }
  }
}

package lamplight.engine.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Role;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.World;
import lamplight.engine.rules.Death;
import lamplight.engine.rules.Effect;

/** Whether players can get everywhere, conditions aside. */
final class Ways {
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

  /** Exits to a room that has no exit back. */
  static void oneWay(Inspection inspection) {
    World world = inspection.world();
    for (Room room : world.rooms().values()) {
      room.exits()
          .forEach(
              (way, exit) -> {
                boolean back =
                    world.room(exit.to()).exits().values().stream()
                        .anyMatch(other -> other.to().equals(room.id()));
                if (!back) {
                  inspection.warning(
                      room.id(),
                      "exit "
                          + way.word()
                          + " leads to \""
                          + exit.to()
                          + "\", and no exit leads back",
                      "add one, if players are meant to come back");
                }
              });
    }
  }
}

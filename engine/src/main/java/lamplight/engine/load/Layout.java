package lamplight.engine.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Position;
import lamplight.engine.model.RoomId;

/**
 * Where rooms are on the map. Rooms whose author gave no place get one from the exits that lead to
 * them: one step that way from the room before, or as many as it takes to find a free place. No two
 * rooms are on one place.
 */
final class Layout {
  private final Map<RoomId, Position> places = new LinkedHashMap<>();
  private final Map<Position, RoomId> taken = new HashMap<>();

  /** Puts a room on its place; gives the room that is there already. */
  Optional<RoomId> put(RoomId room, Position at) {
    RoomId other = taken.putIfAbsent(at, room);
    if (other == null) {
      places.put(room, at);
    }
    return Optional.ofNullable(other);
  }

  /** The places of all rooms, known ones first, then from room to room, nearest first. */
  Map<RoomId, Position> complete(Map<RoomId, Map<Direction, Exit>> exits) {
    Deque<RoomId> next = new ArrayDeque<>(places.keySet());
    for (RoomId room : exits.keySet()) {
      follow(next, exits);
      if (!places.containsKey(room)) {
        put(room, free(new Position(0, 0, 0), Direction.EAST));
        next.add(room);
      }
    }
    follow(next, exits);
    return places;
  }

  private void follow(Deque<RoomId> next, Map<RoomId, Map<Direction, Exit>> exits) {
    while (!next.isEmpty()) {
      RoomId room = next.remove();
      exits
          .getOrDefault(room, Map.of())
          .forEach(
              (way, exit) -> {
                if (exits.containsKey(exit.to()) && !places.containsKey(exit.to())) {
                  put(
                      exit.to(),
                      free(stepped(places.getOrDefault(room, new Position(0, 0, 0)), way), way));
                  next.add(exit.to());
                }
              });
    }
  }

  /** The first free place from here on, that way. */
  private Position free(Position from, Direction way) {
    Position at = from;
    while (taken.containsKey(at)) {
      at = stepped(at, way);
    }
    return at;
  }

  /** One step; in and out, which are no way on a map, go aside. */
  private static Position stepped(Position from, Direction way) {
    return switch (way) {
      case IN -> Direction.NORTHEAST.from(from);
      case OUT -> Direction.SOUTHWEST.from(from);
      default -> way.from(from);
    };
  }
}

package lamplight.engine.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Room;
import lamplight.engine.model.World;

/**
 * The rooms of one level of a map, in rows from the north and columns from the west; rows and
 * columns that no room of the level is in are left out.
 */
record Plan(int level, Map<Room, Cell> cells) {

  /** Where a room is drawn. */
  record Cell(int row, int column) {}

  /**
   * A way between two rooms of a level.
   *
   * @param both whether there is a way back
   * @param sure whether it is always there
   * @param door whether a door is in it
   */
  record Way(Room from, Room to, boolean both, boolean sure, boolean door) {}

  /** The levels of a world, the highest first. */
  static List<Plan> of(World world) {
    TreeMap<Integer, List<Room>> levels = new TreeMap<>(Comparator.reverseOrder());
    for (Room room : world.rooms().values()) {
      levels.computeIfAbsent(room.position().up(), up -> new ArrayList<>()).add(room);
    }
    return levels.entrySet().stream()
        .map(level -> new Plan(level.getKey(), cells(level.getValue())))
        .toList();
  }

  private static Map<Room, Cell> cells(List<Room> rooms) {
    TreeSet<Integer> easts = new TreeSet<>();
    TreeSet<Integer> norths = new TreeSet<>();
    for (Room room : rooms) {
      easts.add(room.position().east());
      norths.add(room.position().north());
    }
    Map<Room, Cell> cells = new LinkedHashMap<>();
    for (Room room : rooms) {
      int row = norths.tailSet(room.position().north(), false).size();
      int column = easts.headSet(room.position().east(), false).size();
      cells.put(room, new Cell(row, column));
    }
    return cells;
  }

  int rows() {
    return cells.values().stream().mapToInt(Cell::row).max().orElse(0) + 1;
  }

  int columns() {
    return cells.values().stream().mapToInt(Cell::column).max().orElse(0) + 1;
  }

  Cell cell(Room room) {
    return cells.getOrDefault(room, new Cell(0, 0));
  }

  /** The ways between rooms of this level, each pair of rooms once. */
  List<Way> ways(World world) {
    List<Way> ways = new ArrayList<>();
    for (Room from : cells.keySet()) {
      from.exits().values().forEach(exit -> add(ways, world, from, exit));
    }
    return ways;
  }

  private void add(List<Way> ways, World world, Room from, Exit exit) {
    Room to = world.room(exit.to());
    boolean known =
        ways.stream()
            .anyMatch(
                way ->
                    (way.from().equals(from) && way.to().equals(to))
                        || (way.both() && way.from().equals(to) && way.to().equals(from)));
    if (to.position().up() == level && !known && !to.equals(from)) {
      ways.add(new Way(from, to, leadsBack(to, from), !exit.hidden(), exit.door().isPresent()));
    }
  }

  private static boolean leadsBack(Room to, Room from) {
    return to.exits().values().stream().anyMatch(back -> back.to().equals(from.id()));
  }

  /** The exits of a room in words: {@code north to The Loft (oak door)}. */
  static List<String> exits(World world, Room room) {
    List<String> words = new ArrayList<>();
    for (Map.Entry<Direction, Exit> exit : room.exits().entrySet()) {
      String door =
          exit.getValue().door().map(id -> ", by the " + world.thing(id).name()).orElse("");
      String hidden = exit.getValue().hidden() ? ", hidden" : "";
      words.add(
          exit.getKey().word() + " to " + world.room(exit.getValue().to()).name() + door + hidden);
    }
    return words;
  }

  /** The marks of ways up and down. */
  static String stairs(Room room) {
    return (room.exits().containsKey(Direction.UP) ? "^" : "")
        + (room.exits().containsKey(Direction.DOWN) ? "v" : "");
  }
}

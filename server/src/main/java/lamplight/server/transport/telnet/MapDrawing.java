package lamplight.server.transport.telnet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Position;
import lamplight.engine.prose.Columns;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Known;

/**
 * A drawing of what a player knows of the map: the rooms of one level as boxes with their names, or
 * as small ones where those would not fit; ways between neighbours as lines, those that nobody went
 * yet as dots, {@code +} a closed door.
 */
final class MapDrawing {
  private static final int GAP = 3;
  private static final int WIDEST = 26;
  private static final int NARROWEST = 9;
  private static final int SMALL = 3;

  private final Map<Position, Known.Room> rooms = new HashMap<>();
  private final Known.Room here;
  private final boolean ascii;
  private final int west;
  private final int north;
  private final int columns;
  private final int cell;
  private final String[][] canvas;

  private MapDrawing(List<Known.Room> level, Known.Room here, int width, boolean ascii) {
    this.here = here;
    this.ascii = ascii;
    level.forEach(room -> rooms.put(position(room), room));
    int allWest = level.stream().mapToInt(Known.Room::x).min().orElse(0);
    int allEast = level.stream().mapToInt(Known.Room::x).max().orElse(0);
    int wide = allEast - allWest + 1;
    int widest = level.stream().mapToInt(room -> Columns.of(label(room))).max().orElse(0);
    int fitting = (width - GAP) / wide - GAP;
    cell = fitting < NARROWEST ? SMALL : Math.min(fitting, Math.min(WIDEST, widest));
    columns = Math.min(wide, (width - GAP) / (cell + GAP));
    west = Math.max(allWest, Math.min(here.x() - columns / 2, allEast - columns + 1));
    north = level.stream().mapToInt(Known.Room::y).max().orElse(0);
    int rows = north - level.stream().mapToInt(Known.Room::y).min().orElse(0) + 1;
    canvas = new String[rows * 2 + 1][columns * (cell + GAP) + GAP];
    for (String[] line : canvas) {
      Arrays.fill(line, " ");
    }
  }

  /** The drawing, no wider than {@code width}; empty if the player's room is not known. */
  static List<Line> of(ClientState view, String self, int width, boolean ascii) {
    Optional<Known.Room> here = view.player(self).map(Known.Player::room).flatMap(view::room);
    if (here.isEmpty()) {
      return List.of();
    }
    List<Known.Room> level =
        view.rooms().stream().filter(room -> room.z() == here.get().z()).toList();
    List<Line> lines = new MapDrawing(level, here.get(), width, ascii).lines();
    lines.add(
        new Line(
            List.of(
                Span.plain("* You are here: "),
                new Span(Span.Kind.ROOM, here.get().id(), here.get().name()),
                Span.plain(levels(view, here.get().z())))));
    return lines;
  }

  private static String levels(ClientState view, int level) {
    boolean above = view.rooms().stream().anyMatch(room -> room.z() > level);
    boolean below = view.rooms().stream().anyMatch(room -> room.z() < level);
    String also = above && below ? "above and below" : above ? "above" : below ? "below" : "";
    return also.isEmpty() ? "." : ". You also know rooms " + also + ".";
  }

  private List<Line> lines() {
    rooms.values().forEach(room -> room.exits().forEach((way, exit) -> draw(room, way, exit)));
    rooms.values().forEach(this::draw);
    List<Line> lines = new ArrayList<>();
    for (String[] row : canvas) {
      lines.add(Line.of(String.join("", row).stripTrailing()));
    }
    while (lines.get(0).isEmpty()) {
      lines.remove(0);
    }
    while (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  private static Position position(Known.Room room) {
    return new Position(room.x(), room.y(), room.z());
  }

  private int left(int x) {
    return GAP + (x - west) * (cell + GAP);
  }

  private int top(int y) {
    return 1 + (north - y) * 2;
  }

  /** A way to the neighbour in its direction; a way to anywhere else is not drawn. */
  private void draw(Known.Room room, String word, Known.Exit exit) {
    Optional<Direction> way = Direction.of(word).filter(this::isFlat);
    Position there = way.map(to -> to.from(position(room))).orElse(position(room));
    boolean leadsThere =
        Optional.ofNullable(rooms.get(there))
            .filter(to -> to.id().equals(exit.target()))
            .isPresent();
    boolean stub = !exit.explored() && !rooms.containsKey(there);
    if (way.isEmpty() || !(leadsThere || stub)) {
      return;
    }
    int east = there.east() - room.x();
    int south = room.y() - there.north();
    String mark = exit.passage() == Known.Passage.BARRED ? "+" : stub ? "." : line(east, south);
    if (south == 0) {
      level(room, east, mark);
    } else {
      int column = left(room.x()) + cell / 2;
      int corner = east > 0 ? left(room.x()) + cell + GAP / 2 : left(room.x()) - GAP / 2 - 1;
      put(top(room.y()) + south, east == 0 ? column : corner, mark);
    }
  }

  /** From the room's middle to the neighbour's, or as far as the gap goes; boxes come on top. */
  private void level(Known.Room room, int east, String mark) {
    int middle = left(room.x()) + cell / 2;
    int length = cell / 2 + GAP;
    for (int i = 0; i <= length; i++) {
      put(top(room.y()), middle + east * i, mark.equals("+") ? line(east, 0) : mark);
    }
    if (mark.equals("+")) {
      int gap = east > 0 ? left(room.x()) + cell : left(room.x()) - GAP;
      put(top(room.y()), gap + GAP / 2, mark);
    }
  }

  private boolean isFlat(Direction way) {
    Position to = way.from(new Position(0, 0, 0));
    return to.up() == 0 && !(to.east() == 0 && to.north() == 0);
  }

  private String line(int east, int south) {
    if (south == 0) {
      return ascii ? "-" : "─";
    }
    if (east == 0) {
      return ascii ? "|" : "│";
    }
    return east == south ? (ascii ? "\\" : "╲") : ascii ? "/" : "╱";
  }

  private void draw(Known.Room room) {
    String label = cell == SMALL ? small(room) : fitted(room);
    int start = left(room.x()) + (cell - Columns.of(label)) / 2;
    for (int i = 0; i < label.length(); i++) {
      put(top(room.y()), start + i, label.substring(i, i + 1));
    }
  }

  private String small(Known.Room room) {
    return room.id().equals(here.id()) ? "[*]" : "[ ]";
  }

  private String label(Known.Room room) {
    String mark = room.id().equals(here.id()) ? "*" : "";
    return "[" + mark + room.name() + stairs(room) + "]";
  }

  private static String stairs(Known.Room room) {
    String up = room.exits().containsKey("up") ? "^" : "";
    String down = room.exits().containsKey("down") ? "v" : "";
    return up.isEmpty() && down.isEmpty() ? "" : " " + up + down;
  }

  private String fitted(Known.Room room) {
    String label = label(room);
    if (label.length() <= cell) {
      return label;
    }
    String end = (ascii ? "~" : "…") + stairs(room) + "]";
    return label.substring(0, cell - end.length()) + end;
  }

  private void put(int row, int column, String mark) {
    if (row >= 0 && row < canvas.length && column >= 0 && column < canvas[row].length) {
      canvas[row][column] = mark;
    }
  }
}

package lamplight.tui.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.sync.Known;
import lamplight.tui.state.Glide;
import lamplight.tui.state.Lens;
import lamplight.tui.state.Model;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Scene;
import lamplight.tui.state.Target;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import lamplight.tui.text.Width;
import lamplight.tui.text.Wrap;

/**
 * The map of one level, drawn from the rooms that the party has visited: each room a box on a grid,
 * ways between neighbours as lines, ways that nobody went yet as dashes, {@code +} a closed door,
 * {@code ~} a way that may cost something, arrows for stairs. The largest scale that shows enough
 * is taken.
 */
final class MapView {
  /** A compass direction: columns grow eastward, rows southward. */
  private record Compass(int columns, int rows) {
    boolean isDiagonal() {
      return columns != 0 && rows != 0;
    }
  }

  private static final Map<String, Compass> COMPASS =
      Map.of(
          "north", new Compass(0, -1),
          "south", new Compass(0, 1),
          "east", new Compass(1, 0),
          "west", new Compass(-1, 0),
          "northeast", new Compass(1, -1),
          "northwest", new Compass(-1, -1),
          "southeast", new Compass(1, 1),
          "southwest", new Compass(-1, 1));

  private static final int GAP_COLUMNS = 3;
  private static final int GAP_ROWS = 1;

  /** Rooms in a row that a scale must be able to show. */
  private static final int ENOUGH = 3;

  /** Cells of the upper border that neither title nor legend may take. */
  private static final int TITLE_FRAME = 8;

  /** How large a room is drawn. */
  private enum Scale {
    LARGE(21, 3),
    MEDIUM(13, 4),
    SMALL(3, 1);

    private final int columns;
    private final int rows;

    Scale(int columns, int rows) {
      this.columns = columns;
      this.rows = rows;
    }

    int pitchColumns() {
      return columns + GAP_COLUMNS;
    }

    int pitchRows() {
      return rows + GAP_ROWS;
    }
  }

  private final Canvas pane;
  private final Scene scene;
  private final Map<String, Glide> glides;
  private final long now;
  private final List<Known.Room> rooms;
  private final Lens lens;
  private final Scale scale;
  private final int originColumn;
  private final int originRow;

  private MapView(Canvas pane, Model model, List<Known.Room> rooms, Known.Room middle) {
    this.pane = pane;
    this.scene = model.scene();
    this.glides = model.glides();
    this.now = model.now();
    this.rooms = rooms;
    this.lens = model.lens();
    int west = rooms.stream().mapToInt(Known.Room::x).min().orElse(0);
    int east = rooms.stream().mapToInt(Known.Room::x).max().orElse(0);
    int south = rooms.stream().mapToInt(Known.Room::y).min().orElse(0);
    int north = rooms.stream().mapToInt(Known.Room::y).max().orElse(0);
    this.scale = zoomed(scale(east - west + 1, north - south + 1));
    this.originColumn =
        origin(pane.columns(), scale.pitchColumns(), GAP_COLUMNS, west, east, middle.x())
            - lens.east() * scale.pitchColumns();
    this.originRow =
        origin(pane.rows(), scale.pitchRows(), GAP_ROWS, -north, -south, -middle.y())
            - lens.south() * scale.pitchRows();
  }

  static void draw(Canvas canvas, Rect rect, Model model) {
    Scene scene = model.scene();
    Optional<Known.Room> own = scene.room();
    int level = own.map(Known.Room::z).orElse(0) + model.lens().floor();
    String title = title(model, level);
    String legend = " " + model.words().say("map.legend") + " ";
    Canvas pane = canvas.pane(rect, title);
    if (Width.of(title) + Width.of(legend) + TITLE_FRAME <= rect.columns()) {
      canvas.part(rect).writeRight(0, legend, Ink.FAINT, 2);
    }
    List<Known.Room> rooms =
        scene.rooms().values().stream().filter(room -> room.z() == level).toList();
    if (rooms.isEmpty()) {
      pane.writeCentred(pane.rows() / 2, model.words().say("map.unknown"), Ink.FAINT);
      return;
    }
    new MapView(pane, model, rooms, own.filter(room -> room.z() == level).orElse(rooms.get(0)))
        .draw();
  }

  private static String title(Model model, int level) {
    Scene scene = model.scene();
    int floor = model.lens().floor();
    boolean levels = scene.rooms().values().stream().mapToInt(Known.Room::z).distinct().count() > 1;
    if (!levels && floor == 0) {
      return model.words().say("map.title");
    }
    String key = floor == 0 ? "map.level" : floor > 0 ? "map.level.above" : "map.level.below";
    return model.words().say(key, level);
  }

  /** The scale that the player wants instead: the table begins with the largest. */
  private Scale zoomed(Scale best) {
    List<Scale> scales = List.of(Scale.values());
    int wanted = scales.indexOf(best) - lens.zoom();
    return scales.get(Math.max(0, Math.min(scales.size() - 1, wanted)));
  }

  private Scale scale(int across, int down) {
    for (Scale candidate : Scale.values()) {
      int columns = (pane.columns() + GAP_COLUMNS) / candidate.pitchColumns();
      int rows = (pane.rows() + GAP_ROWS) / candidate.pitchRows();
      boolean fits = columns >= across && rows >= down;
      if ((fits || Math.min(columns, rows) >= ENOUGH) && hasRoomForNames(candidate)) {
        return candidate;
      }
    }
    return Scale.SMALL;
  }

  /**
   * One row is for names that fit into it; where there are longer ones, two short rows show more.
   */
  private boolean hasRoomForNames(Scale candidate) {
    return candidate != Scale.LARGE
        || rooms.stream().allMatch(room -> Width.of(room.name()) <= candidate.columns - 2);
  }

  /**
   * The cell of grid place 0: the whole map in the middle if it fits, else the player's own room.
   */
  private static int origin(int cells, int pitch, int gap, int first, int last, int middle) {
    int needed = (last - first + 1) * pitch - gap;
    if (needed <= cells) {
      return (cells - needed) / 2 - first * pitch;
    }
    return (cells - (pitch - gap)) / 2 - middle * pitch;
  }

  private void draw() {
    rooms.forEach(this::ways);
    String own = scene.room().map(Known.Room::id).orElse("");
    rooms.stream().filter(room -> !room.id().equals(own)).forEach(room -> room(room, false));
    rooms.stream().filter(room -> room.id().equals(own)).forEach(room -> room(room, true));
    rooms.forEach(this::marks);
    scene.party().forEach(this::glide);
  }

  /** Whether a player's mark is on its way over this part of the map. */
  private boolean glides(Scene.Member member) {
    Glide glide = glides.get(member.id());
    return glide != null && shown(glide.from()).isPresent() && shown(glide.to()).isPresent();
  }

  private Optional<Known.Room> shown(String id) {
    return rooms.stream().filter(room -> room.id().equals(id)).findFirst();
  }

  /** Draws a mark on the straight line between the middles of two rooms. */
  private void glide(Scene.Member member) {
    Glide glide = glides.get(member.id());
    if (glide == null || !glides(member)) {
      return;
    }
    double progress = glide.progress(now);
    Optional<Known.Room> from = shown(glide.from());
    Optional<Known.Room> to = shown(glide.to());
    if (from.isPresent() && to.isPresent()) {
      pane.write(
          between(column(from.get()), column(to.get()), progress) + scale.columns / 2,
          between(row(from.get()), row(to.get()), progress) + scale.rows / 2,
          scene.isMe(member) ? "@" : initial(member),
          Ink.PLAYER);
    }
  }

  private static int between(int from, int to, double progress) {
    return (int) Math.round(from + (to - from) * progress);
  }

  private int column(Known.Room room) {
    return originColumn + room.x() * scale.pitchColumns();
  }

  private int row(Known.Room room) {
    return originRow - room.y() * scale.pitchRows();
  }

  private void room(Known.Room room, boolean own) {
    Rect box = new Rect(column(room), row(room), scale.columns, scale.rows);
    Ink ink = own ? Ink.HERE : Ink.ROOM;
    pane.target(box, new Target.Room(room.id()));
    List<Scene.Member> others =
        scene.party().stream()
            .filter(member -> !scene.isMe(member) && member.isIn(room.id()))
            .filter(member -> !glides(member))
            .toList();
    boolean at = own && scene.self().filter(this::glides).isEmpty();
    if (scale == Scale.SMALL) {
      String sign = at ? "@" : others.isEmpty() ? " " : initial(others.get(0));
      pane.write(box.column(), box.row(), "[" + sign + "]", ink);
      return;
    }
    pane.box(box, own ? Ink.PLAYER : Ink.BORDER);
    Canvas inside = pane.part(box.inner());
    inside.fill(new Rect(0, 0, inside.columns(), inside.rows()), ink);
    List<Row> name = Wrap.rows(List.of(new Run(room.name(), ink)), inside.columns(), 0);
    for (int i = 0; i < Math.min(name.size(), inside.rows()); i++) {
      boolean cut = i == inside.rows() - 1 && name.size() > inside.rows();
      inside.writeCentred(i, name.get(i).plain() + (cut ? "…" : ""), ink);
    }
    StringBuilder initials = new StringBuilder(at ? "@" : "");
    others.forEach(member -> initials.append(initial(member)));
    pane.write(
        box.column() + 2,
        box.bottom(),
        Width.fit(initials.toString(), scale.columns / 2 - 2),
        Ink.PLAYER);
  }

  private static String initial(Scene.Member member) {
    return member.name().isEmpty()
        ? "?"
        : new String(Character.toChars(member.name().codePointAt(0)));
  }

  private void ways(Known.Room room) {
    room.exits()
        .forEach(
            (direction, exit) -> {
              Compass compass = COMPASS.get(direction);
              if (compass != null) {
                way(room, compass, exit);
              }
            });
  }

  private void way(Known.Room room, Compass compass, Known.Exit exit) {
    Known.Room target = scene.rooms().get(exit.target());
    boolean straight = target != null && target.z() == room.z() && isAhead(room, compass, target);
    if (compass.isDiagonal()) {
      diagonal(room, compass, exit, straight);
    } else if (straight && target != null) {
      link(room, compass, target);
    } else {
      stub(room, compass);
    }
  }

  /**
   * Whether the target lies in that direction with no other room between, a diagonal neighbour at
   * once.
   */
  private boolean isAhead(Known.Room room, Compass compass, Known.Room target) {
    int columns = target.x() - room.x();
    int rows = room.y() - target.y();
    int steps = Math.max(Math.abs(columns), Math.abs(rows));
    if (columns != compass.columns() * steps || rows != compass.rows() * steps || steps == 0) {
      return false;
    }
    return compass.isDiagonal()
        ? steps == 1
        : rooms.stream().noneMatch(other -> isBetween(room, other, target));
  }

  private static boolean isBetween(Known.Room from, Known.Room room, Known.Room to) {
    boolean inRow = room.y() == from.y() && (room.x() - from.x()) * (to.x() - room.x()) > 0;
    boolean inColumn = room.x() == from.x() && (room.y() - from.y()) * (to.y() - room.y()) > 0;
    return from.y() == to.y() ? inRow : inColumn;
  }

  private void link(Known.Room room, Compass compass, Known.Room target) {
    int middleColumn = column(room) + scale.columns / 2;
    int middleRow = row(room) + scale.rows / 2;
    if (compass.columns() != 0) {
      Known.Room west = compass.columns() > 0 ? room : target;
      Known.Room east = compass.columns() > 0 ? target : room;
      pane.horizontal(column(west) + scale.columns - 1, column(east), middleRow, Ink.BORDER);
    } else {
      Known.Room north = compass.rows() > 0 ? room : target;
      Known.Room south = compass.rows() > 0 ? target : room;
      pane.vertical(middleColumn, row(north) + scale.rows - 1, row(south), Ink.BORDER);
    }
  }

  /** The cell beside the room where its way in a direction begins. */
  private Frame.Spot gate(Known.Room room, Compass compass) {
    int column =
        column(room) + (scale.columns - 1) * (compass.columns() + 1) / 2 + compass.columns();
    int row = row(room) + (scale.rows - 1) * (compass.rows() + 1) / 2 + compass.rows();
    return new Frame.Spot(column, row);
  }

  private void stub(Known.Room room, Compass compass) {
    Frame.Spot gate = gate(room, compass);
    if (compass.columns() == 0) {
      pane.write(gate.column(), gate.row(), "┊", Ink.FAINT);
    } else {
      pane.write(gate.column(), gate.row(), "┈", Ink.FAINT);
      pane.write(gate.column() + compass.columns(), gate.row(), "┈", Ink.FAINT);
    }
  }

  private void diagonal(Known.Room room, Compass compass, Known.Exit exit, boolean straight) {
    Frame.Spot gate = gate(room, compass);
    String line = compass.columns() * compass.rows() < 0 ? "╱" : "╲";
    boolean closed = exit.passage() == Known.Passage.BARRED;
    pane.write(
        gate.column() + compass.columns(),
        gate.row(),
        closed ? "+" : straight ? line : "·",
        straight ? Ink.BORDER : Ink.FAINT);
  }

  /** What lies over ways and rooms: closed doors, ways that may cost something, stairs. */
  private void marks(Known.Room room) {
    room.exits()
        .forEach(
            (direction, exit) -> {
              Compass compass = COMPASS.get(direction);
              if (compass != null && !compass.isDiagonal()) {
                passage(room, compass, exit);
              } else if (direction.equals("up")) {
                stairs(room, "↑", -1, exit);
              } else if (direction.equals("down")) {
                stairs(room, "↓", 1, exit);
              }
            });
  }

  private void passage(Known.Room room, Compass compass, Known.Exit exit) {
    Frame.Spot gate = gate(room, compass);
    int column = gate.column() + compass.columns();
    switch (exit.passage()) {
      case FREE -> {}
      case BARRED -> pane.write(column, gate.row(), "+", Ink.LOW);
      case UNSURE -> pane.write(column, gate.row(), "~", Ink.LOW);
    }
  }

  private void stairs(Known.Room room, String arrow, int side, Known.Exit exit) {
    int column = column(room) + (scale == Scale.SMALL ? scale.columns - 1 : scale.columns - 3);
    int row = scale == Scale.SMALL ? row(room) + side : row(room) + (side < 0 ? 0 : scale.rows - 1);
    pane.write(column, row, arrow, exit.explored() ? Ink.EXIT : Ink.FAINT);
  }
}

package lamplight.engine.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lamplight.engine.model.Room;
import lamplight.engine.model.World;

/** A world's map as lines of text: a grid for each level, then every room with its exits. */
public final class TextMap {
  private static final int WIDEST = 24;
  private static final int GAP = 3;

  private final World world;
  private final int width;

  private TextMap(World world) {
    this.world = world;
    this.width =
        Math.min(
            WIDEST,
            world.rooms().values().stream().mapToInt(room -> label(room).length()).max().orElse(0));
  }

  public static List<String> of(World world) {
    TextMap map = new TextMap(world);
    List<String> lines = new ArrayList<>();
    for (Plan plan : Plan.of(world)) {
      lines.add("Level " + plan.level());
      lines.addAll(map.grid(plan));
      lines.add("");
    }
    for (Room room : world.rooms().values()) {
      List<String> exits = Plan.exits(world, room);
      String dark = room.dark() ? " (dark)" : "";
      lines.add(
          room.name() + dark + ": " + (exits.isEmpty() ? "no way out" : String.join("; ", exits)));
    }
    return lines;
  }

  private static String label(Room room) {
    String stairs = Plan.stairs(room);
    return "[" + room.name() + (stairs.isEmpty() ? "" : " " + stairs) + "]";
  }

  private List<String> grid(Plan plan) {
    char[][] canvas = new char[plan.rows() * 2][plan.columns() * (width + GAP)];
    for (char[] line : canvas) {
      Arrays.fill(line, ' ');
    }
    plan.ways(world).forEach(way -> draw(canvas, plan, way));
    plan.cells().forEach((room, cell) -> put(canvas, cell, fitted(room)));
    return Arrays.stream(canvas)
        .map(line -> new String(line).stripTrailing())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private String fitted(Room room) {
    String label = label(room);
    if (label.length() > width) {
      String end = Plan.stairs(room).isEmpty() ? "…]" : "… " + Plan.stairs(room) + "]";
      label = label.substring(0, width - end.length()) + end;
    }
    return label;
  }

  private int left(int column) {
    return column * (width + GAP);
  }

  /** Draws a way if the two rooms are neighbours; all others are in the list below. */
  private void draw(char[][] canvas, Plan plan, Plan.Way way) {
    Plan.Cell from = plan.cell(way.from());
    Plan.Cell to = plan.cell(way.to());
    int down = to.row() - from.row();
    int right = to.column() - from.column();
    int between = Math.min(from.row(), to.row()) * 2 + 1;
    if (down == 0 && Math.abs(right) == 1) {
      int start = left(Math.min(from.column(), to.column())) + width / 2;
      put(canvas, from.row() * 2, start, (way.sure() ? "-" : ".").repeat(width + GAP));
      if (!way.both()) {
        int edge = right > 0 ? left(to.column()) - 1 : left(from.column()) - GAP;
        put(canvas, from.row() * 2, edge, right > 0 ? ">" : "<");
      }
    } else if (right == 0 && Math.abs(down) == 1) {
      String mark = way.both() ? (way.sure() ? "|" : ":") : down > 0 ? "v" : "^";
      put(canvas, between, left(from.column()) + width / 2, mark);
    } else if (Math.abs(down) == 1 && Math.abs(right) == 1) {
      int corner = left(Math.max(from.column(), to.column())) - 2;
      put(canvas, between, corner, down == right ? "\\" : "/");
    }
  }

  /** A room's label in the middle of its cell. */
  private void put(char[][] canvas, Plan.Cell cell, String label) {
    put(canvas, cell.row() * 2, left(cell.column()) + (width - label.length()) / 2, label);
  }

  private static void put(char[][] canvas, int line, int left, String text) {
    for (int i = 0; i < text.length() && left + i < canvas[line].length; i++) {
      canvas[line][left + i] = text.charAt(i);
    }
  }
}

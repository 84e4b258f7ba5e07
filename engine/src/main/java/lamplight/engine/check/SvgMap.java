package lamplight.engine.check;

import java.util.List;
import java.util.Locale;
import lamplight.engine.model.Room;
import lamplight.engine.model.World;

/** A world's map as an SVG picture: the levels below one another, rooms as boxes. */
public final class SvgMap {
  private static final int STEP_EAST = 220;
  private static final int STEP_NORTH = 90;
  private static final int WIDTH = 180;
  private static final int HEIGHT = 50;
  private static final int MARGIN = 40;

  /** More letters than fit into a box as they are. */
  private static final int LONG = 24;

  private static final String SQUEEZED =
      " textLength=\"" + (WIDTH - 10) + "\" lengthAdjust=\"spacingAndGlyphs\"";

  private final World world;
  private final StringBuilder out = new StringBuilder();

  private SvgMap(World world) {
    this.world = world;
  }

  public static String of(World world) {
    return new SvgMap(world).picture(Plan.of(world));
  }

  private String picture(List<Plan> plans) {
    int columns = plans.stream().mapToInt(Plan::columns).max().orElse(1);
    int rows = plans.stream().mapToInt(Plan::rows).sum();
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"13\" text-anchor=\"middle\">",
        columns * STEP_EAST + MARGIN, rows * STEP_NORTH + plans.size() * MARGIN + MARGIN);
    line("<rect width=\"100%%\" height=\"100%%\" fill=\"#fbf7ec\"/>");
    int top = MARGIN;
    for (Plan plan : plans) {
      level(plan, top);
      top += plan.rows() * STEP_NORTH + MARGIN;
    }
    line("</svg>");
    return out.toString();
  }

  private void level(Plan plan, int top) {
    line(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"start\" fill=\"#888\">Level %d</text>",
        MARGIN / 2, top - 12, plan.level());
    for (Plan.Way way : plan.ways(world)) {
      line(
          "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#7a5c2e\" stroke-width=\"2\"%s/>",
          x(plan, way.from()) + WIDTH / 2,
          y(plan, way.from(), top) + HEIGHT / 2,
          x(plan, way.to()) + WIDTH / 2,
          y(plan, way.to(), top) + HEIGHT / 2,
          way.sure() ? "" : " stroke-dasharray=\"5 4\"");
      signs(plan, way, top);
    }
    plan.cells().keySet().forEach(room -> box(plan, room, top));
  }

  /** In the middle of a way: a bar for a door, an arrow where there is no way back. */
  private void signs(Plan plan, Plan.Way way, int top) {
    int right = x(plan, way.to()) - x(plan, way.from());
    int down = y(plan, way.to(), top) - y(plan, way.from(), top);
    int x = x(plan, way.from()) + WIDTH / 2 + right / 2;
    int y = y(plan, way.from(), top) + HEIGHT / 2 + down / 2;
    long turn = Math.round(Math.toDegrees(Math.atan2(down, right)));
    if (way.door()) {
      line(
          "<rect x=\"-3\" y=\"-9\" width=\"6\" height=\"18\" fill=\"#fffdf6\" stroke=\"#7a5c2e\""
              + " transform=\"translate(%d %d) rotate(%d)\"/>",
          x, y, turn);
    }
    if (!way.both()) {
      line(
          "<path d=\"M-5,-6 L7,0 L-5,6 z\" fill=\"#7a5c2e\" transform=\"translate(%d %d) rotate(%d)\"/>",
          x, y, turn);
    }
  }

  private void box(Plan plan, Room room, int top) {
    int x = x(plan, room);
    int y = y(plan, room, top);
    line(
        "<g><title>%s</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"%s\""
            + " stroke=\"#7a5c2e\"/>",
        escaped(String.join("; ", Plan.exits(world, room))),
        x,
        y,
        WIDTH,
        HEIGHT,
        room.dark() ? "#cfc8ba" : "#fffdf6");
    line(
        "<text x=\"%d\" y=\"%d\"%s>%s</text>",
        x + WIDTH / 2,
        y + HEIGHT / 2 + 4,
        room.name().length() > LONG ? SQUEEZED : "",
        escaped(room.name()));
    line(
        "<text x=\"%d\" y=\"%d\" fill=\"#7a5c2e\">%s</text></g>",
        x + WIDTH - 14, y + HEIGHT - 5, Plan.stairs(room).replace("^", "▲").replace("v", "▼"));
  }

  private static int x(Plan plan, Room room) {
    return MARGIN / 2 + plan.cell(room).column() * STEP_EAST;
  }

  private static int y(Plan plan, Room room, int top) {
    return top + plan.cell(room).row() * STEP_NORTH;
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

package lamplight.tui;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import lamplight.tui.text.Width;

/**
 * Turns a captured terminal into a picture, so that README shows the real thing:
 *
 * <pre>
 *   tmux capture-pane -e -p > screen.txt
 *   java -cp tui-client/target/classes:tui-client/target/test-classes lamplight.tui.Screenshot < screen.txt > screen.svg
 *   rsvg-convert -z 1.4 screen.svg | convert - -colors 96 PNG8:tui-client/screenshot.png
 * </pre>
 *
 * <p>Lines and blocks are drawn, not written, so that they meet in every font.
 */
final class Screenshot {
  private static final double CELL = 9.64;
  private static final double ROW = 20;
  private static final double MARGIN = 18;
  private static final double BASELINE = 15;
  private static final double ROUND = 5;
  private static final String JUNCTIONS = " ╵╶╰╷│╭├╴╯─┴╮┤┬┼";
  private final StringBuilder svg = new StringBuilder();
  private Captured.Run run = new Captured.Run("", Captured.TEXT, false, false, false);
  private int column;
  private int row;

  private Screenshot() {}

  public static void main(String[] arguments) throws Exception {
    List<String> lines =
        new String(System.in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    System.out.write(new Screenshot().svg(lines).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private String svg(List<String> lines) {
    int columns =
        lines.stream()
            .mapToInt(line -> Width.of(line.replaceAll("\u001b\\[[0-9;]*m", "")))
            .max()
            .orElse(1);
    double width = columns * CELL + 2 * MARGIN;
    double height = lines.size() * ROW + 2 * MARGIN;
    svg.append(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %s %s' width='%s' height='%s' font-family='DejaVu Sans Mono, Menlo, Consolas, monospace' font-size='16'>%n"
            .formatted(n(width), n(height), n(width), n(height)));
    svg.append(
        "<rect width='100%%' height='100%%' rx='10' fill='%s'/>%n".formatted(Captured.PAPER));
    for (List<Captured.Run> line : Captured.runs(lines)) {
      column = 0;
      line(line);
      row++;
    }
    return svg.append("</svg>\n").toString();
  }

  private void line(List<Captured.Run> line) {
    for (Captured.Run words : line) {
      run = words;
      words
          .words()
          .codePoints()
          .forEach(codePoint -> cell(Character.toString(codePoint), Width.of(codePoint)));
    }
  }

  private void cell(String glyph, int cells) {
    double x = MARGIN + column * CELL;
    double y = MARGIN + row * ROW;
    if (run.reverse()) {
      rect(x, y, cells * CELL + 0.3, ROW, 1);
    }
    if (glyph.equals("█") || glyph.equals("░")) {
      rect(x, y + 4, CELL + 0.3, ROW - 7, glyph.equals("█") ? 1 : 0.45);
    } else if (JUNCTIONS.indexOf(glyph) > 0) {
      junction(JUNCTIONS.indexOf(glyph), x, y);
    } else if (!glyph.equals(" ")) {
      text(glyph, x, y, cells);
    }
    column += cells;
  }

  private void rect(double x, double y, double width, double height, double opacity) {
    svg.append(
        "<rect x='%s' y='%s' width='%s' height='%s' fill='%s' fill-opacity='%s'/>%n"
            .formatted(n(x), n(y), n(width), n(height), run.colour(), n(opacity)));
  }

  private void text(String glyph, double x, double y, int cells) {
    svg.append(
        "<text x='%s' y='%s' fill='%s'%s%s textLength='%s'>%s</text>%n"
            .formatted(
                n(x),
                n(y + BASELINE),
                run.reverse() ? Captured.PAPER : run.colour(),
                run.bold() ? " font-weight='bold'" : "",
                run.italic() ? " font-style='italic'" : "",
                n(cells * CELL),
                glyph.replace("&", "&amp;").replace("<", "&lt;")));
  }

  /** A line character by the directions that leave it; a corner is round. */
  private void junction(int directions, double x, double y) {
    double midX = x + CELL / 2;
    double midY = y + ROW / 2;
    double[][] ends = {{midX, y}, {x + CELL, midY}, {midX, y + ROW}, {x, midY}};
    StringBuilder path = new StringBuilder();
    boolean corner = directions == 3 || directions == 6 || directions == 12 || directions == 9;
    if (corner) {
      boolean up = (directions & 1) != 0;
      boolean right = (directions & 2) != 0;
      path.append(
          "M%s %s V%s Q%s %s %s %s H%s"
              .formatted(
                  n(midX),
                  n(up ? y : y + ROW),
                  n(midY + (up ? -ROUND : ROUND)),
                  n(midX),
                  n(midY),
                  n(midX + (right ? Math.min(ROUND, CELL / 2) : -Math.min(ROUND, CELL / 2))),
                  n(midY),
                  n(right ? x + CELL : x)));
    } else {
      for (int i = 0; i < ends.length; i++) {
        if ((directions & 1 << i) != 0) {
          path.append("M%s %s L%s %s ".formatted(n(midX), n(midY), n(ends[i][0]), n(ends[i][1])));
        }
      }
    }
    svg.append(
        "<path d='%s' stroke='%s' stroke-width='1.3' fill='none'/>%n"
            .formatted(path.toString().strip(), run.colour()));
  }

  private static String n(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}

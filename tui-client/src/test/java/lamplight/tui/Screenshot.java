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
 *   java -cp tui-client/target/classes tui-client/src/test/java/lamplight/tui/Screenshot.java < screen.txt > screen.svg
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
  private static final String PAPER = "#16181d";
  private static final String TEXT = "#d9d4c7";
  private static final String JUNCTIONS = " ╵╶╰╷│╭├╴╯─┴╮┤┬┼";
  private static final List<String> BASIC =
      List.of(
          "#2b2d33", "#d0675f", "#8fb573", "#d7a65f", "#7aa2d6", "#b48ead", "#7fbbb3", "#c9c4b6",
          "#6c6f78", "#e67e80", "#a7c080", "#e6c07b", "#8fb8e8", "#c9a0c9", "#93cec6", "#f2eee3");

  private final StringBuilder svg = new StringBuilder();
  private String colour = TEXT;
  private boolean bold;
  private boolean italic;
  private boolean reverse;
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
    svg.append("<rect width='100%%' height='100%%' rx='10' fill='%s'/>%n".formatted(PAPER));
    for (String line : lines) {
      column = 0;
      line(line);
      row++;
    }
    return svg.append("</svg>\n").toString();
  }

  private void line(String line) {
    int at = 0;
    while (at < line.length()) {
      if (line.charAt(at) == '\u001b') {
        int end = line.indexOf('m', at);
        styles(line.substring(at + 2, end));
        at = end + 1;
      } else {
        int codePoint = line.codePointAt(at);
        cell(Character.toString(codePoint), Width.of(codePoint));
        at += Character.charCount(codePoint);
      }
    }
  }

  private void styles(String parameters) {
    String[] numbers = parameters.isEmpty() ? new String[] {"0"} : parameters.split(";", -1);
    for (int i = 0; i < numbers.length; i++) {
      int number = Integer.parseInt(numbers[i]);
      if (number == 38 && numbers[i + 1].equals("5")) {
        colour = indexed(Integer.parseInt(numbers[i + 2]));
        i += 2;
      } else {
        style(number);
      }
    }
  }

  private void style(int number) {
    if (number == 0) {
      colour = TEXT;
      bold = false;
      italic = false;
      reverse = false;
    } else if (number == 1 || number == 22) {
      bold = number == 1;
    } else if (number == 3 || number == 23) {
      italic = number == 3;
    } else if (number == 7 || number == 27) {
      reverse = number == 7;
    } else if (number >= 30 && number <= 37) {
      colour = BASIC.get(number - 30);
    } else if (number >= 90 && number <= 97) {
      colour = BASIC.get(number - 82);
    } else if (number == 39) {
      colour = TEXT;
    }
  }

  private static String indexed(int number) {
    if (number < 16) {
      return BASIC.get(number);
    }
    if (number >= 232) {
      int grey = 8 + (number - 232) * 10;
      return "#%02x%02x%02x".formatted(grey, grey, grey);
    }
    int cube = number - 16;
    return "#%02x%02x%02x".formatted(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
  }

  private static int level(int step) {
    return step == 0 ? 0 : 55 + step * 40;
  }

  private void cell(String glyph, int cells) {
    double x = MARGIN + column * CELL;
    double y = MARGIN + row * ROW;
    if (reverse) {
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
            .formatted(n(x), n(y), n(width), n(height), colour, n(opacity)));
  }

  private void text(String glyph, double x, double y, int cells) {
    svg.append(
        "<text x='%s' y='%s' fill='%s'%s%s textLength='%s'>%s</text>%n"
            .formatted(
                n(x),
                n(y + BASELINE),
                reverse ? PAPER : colour,
                bold ? " font-weight='bold'" : "",
                italic ? " font-style='italic'" : "",
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
            .formatted(path.toString().strip(), colour));
  }

  private static String n(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}

package lamplight.tui;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lamplight.tui.text.Width;

/**
 * Turns captures of a terminal, one after another, into one moving picture, so that README shows
 * the client at play. A form feed and the seconds that it is shown stand before each capture;
 * {@code record.sh} beside this file plays and captures.
 *
 * <p>A row that stays as it is from one capture to the next is in the picture once.
 */
final class Recording {
  private static final double CELL = 8.43;
  private static final double ROW = 17;
  private static final double MARGIN = 14;
  private static final double BASELINE = 13;

  /** A capture, and how long it is shown. */
  private record Shot(double seconds, List<List<Captured.Run>> rows) {}

  /** A row with certain words in it. */
  private record Place(int row, List<Captured.Run> words) {}

  private Recording() {}

  public static void main(String[] arguments) throws Exception {
    String captured = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    List<Shot> shots = new ArrayList<>();
    for (String one : captured.split("\f", -1)) {
      List<String> lines = one.lines().toList();
      if (!lines.isEmpty()) {
        shots.add(
            new Shot(
                Double.parseDouble(lines.get(0)), Captured.runs(lines.subList(1, lines.size()))));
      }
    }
    System.out.write(svg(shots).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static String svg(List<Shot> shots) {
    double all = shots.stream().mapToDouble(Shot::seconds).sum();
    int rows = shots.stream().mapToInt(shot -> shot.rows().size()).max().orElse(1);
    int columns =
        shots.stream()
            .flatMap(shot -> shot.rows().stream())
            .mapToInt(Recording::columns)
            .max()
            .orElse(1);
    Map<Place, List<double[]>> places = new LinkedHashMap<>();
    double from = 0;
    for (Shot shot : shots) {
      for (int row = 0; row < shot.rows().size(); row++) {
        if (columns(shot.rows().get(row)) > 0) {
          shown(places, new Place(row, shot.rows().get(row)), from, from + shot.seconds());
        }
      }
      from += shot.seconds();
    }
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %s %s' font-family='DejaVu Sans Mono, Menlo, Consolas, monospace' font-size='14' xml:space='preserve'>%n"
            .formatted(n(columns * CELL + 2 * MARGIN), n(rows * ROW + 2 * MARGIN)));
    svg.append("<rect width='100%%' height='100%%' rx='8' fill='%s'/>%n".formatted(Captured.PAPER));
    places.forEach((place, times) -> svg.append(row(place, times, all)));
    return svg.append("</svg>\n").toString();
  }

  private static int columns(List<Captured.Run> row) {
    String words = row.stream().map(Captured.Run::words).collect(Collectors.joining());
    return Width.of(words.stripTrailing());
  }

  /** A row is shown from one time to another, or goes on being shown. */
  private static void shown(
      Map<Place, List<double[]>> places, Place place, double from, double to) {
    List<double[]> times = places.computeIfAbsent(place, unused -> new ArrayList<>());
    if (!times.isEmpty() && times.get(times.size() - 1)[1] == from) {
      times.get(times.size() - 1)[1] = to;
    } else {
      times.add(new double[] {from, to});
    }
  }

  private static String row(Place place, List<double[]> times, double all) {
    // Where nothing moves, the first capture is seen.
    String first = times.get(0)[0] == 0 ? "<g>" : "<g display='none'>";
    StringBuilder group = new StringBuilder(first);
    boolean always = times.size() == 1 && times.get(0)[1] - times.get(0)[0] >= all;
    if (!always) {
      group.append(animation(times, all));
    }
    int column = 0;
    for (Captured.Run run : place.words()) {
      group.append(run(run, column, place.row()));
      column += Width.of(run.words());
    }
    return group.append("</g>\n").toString();
  }

  /** Seen at its times, and else not; the whole begins again at its end. */
  private static String animation(List<double[]> times, double all) {
    List<String> at = new ArrayList<>(List.of("0"));
    List<String> values = new ArrayList<>(List.of(times.get(0)[0] == 0 ? "inline" : "none"));
    for (double[] time : times) {
      if (time[0] > 0) {
        at.add(n(time[0] / all));
        values.add("inline");
      }
      if (time[1] < all) {
        at.add(n(time[1] / all));
        values.add("none");
      }
    }
    return "<animate attributeName='display' calcMode='discrete' repeatCount='indefinite' dur='%ss' keyTimes='%s' values='%s'/>"
        .formatted(n(all), String.join(";", at), String.join(";", values));
  }

  private static String run(Captured.Run run, int column, int row) {
    String words = run.words();
    String shown = words.strip();
    if (shown.isEmpty() && !run.reverse()) {
      return "";
    }
    String box =
        run.reverse()
            ? "<rect x='%s' y='%s' width='%s' height='%s' fill='%s'/>"
                .formatted(
                    n(MARGIN + column * CELL),
                    n(MARGIN + row * ROW),
                    n(Width.of(words) * CELL),
                    n(ROW),
                    run.colour())
            : "";
    int lead = Width.of(words.substring(0, words.indexOf(shown)));
    return box
        + "<text x='%s' y='%s' fill='%s'%s%s textLength='%s'>%s</text>"
            .formatted(
                n(MARGIN + (column + lead) * CELL),
                n(MARGIN + row * ROW + BASELINE),
                run.reverse() ? Captured.PAPER : run.colour(),
                run.bold() ? " font-weight='bold'" : "",
                run.italic() ? " font-style='italic'" : "",
                n(Width.of(shown) * CELL),
                shown.codePoints().mapToObj(Recording::escaped).collect(Collectors.joining()));
  }

  private static String escaped(int codePoint) {
    return switch (codePoint) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      default -> Character.toString(codePoint);
    };
  }

  private static String n(double number) {
    String text = String.format(Locale.ROOT, "%.4f", number);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}

package lamplight.tui.text;

import java.util.List;
import java.util.stream.Collectors;

/** One line of cells. */
public record Row(List<Run> runs) {
  public static final Row EMPTY = new Row(List.of());

  public Row {
    runs = List.copyOf(runs);
  }

  public static Row of(String words, Ink ink) {
    return new Row(List.of(new Run(words, ink)));
  }

  public String plain() {
    return runs.stream().map(Run::words).collect(Collectors.joining());
  }
}

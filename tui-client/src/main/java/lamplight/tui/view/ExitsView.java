package lamplight.tui.view;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.sync.Known;
import lamplight.tui.state.Scene;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;

/** The exits as words, since the map shows the compass only. */
final class ExitsView {
  private ExitsView() {}

  static Row row(Scene scene) {
    List<Run> runs = new ArrayList<>();
    scene
        .room()
        .ifPresent(room -> room.exits().forEach((direction, exit) -> add(direction, exit, runs)));
    if (runs.isEmpty()) {
      return Row.EMPTY;
    }
    runs.add(0, new Run(" Exits: ", Ink.FAINT));
    runs.add(new Run(" ", Ink.FAINT));
    return new Row(runs);
  }

  private static void add(String direction, Known.Exit exit, List<Run> runs) {
    if (!runs.isEmpty()) {
      runs.add(new Run(", ", Ink.FAINT));
    }
    runs.add(new Run(direction, Ink.EXIT));
    String mark =
        switch (exit.passage()) {
          case BARRED -> " (closed)";
          case UNSURE, FREE -> exit.explored() ? "" : "?";
        };
    runs.add(new Run(mark, Ink.FAINT));
  }
}

package lamplight.tui.view;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.sync.Known;
import lamplight.tui.state.Model;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import lamplight.tui.text.Words;

/** The exits as words, since the map shows the compass only. */
final class ExitsView {
  private ExitsView() {}

  static Row row(Model model) {
    List<Run> runs = new ArrayList<>();
    model
        .scene()
        .room()
        .ifPresent(
            room ->
                room.exits()
                    .forEach((direction, exit) -> add(model.words(), direction, exit, runs)));
    if (runs.isEmpty()) {
      return Row.EMPTY;
    }
    runs.add(0, new Run(" " + model.words().say("exits") + " ", Ink.FAINT));
    runs.add(new Run(" ", Ink.FAINT));
    return new Row(runs);
  }

  private static void add(Words words, String direction, Known.Exit exit, List<Run> runs) {
    if (!runs.isEmpty()) {
      runs.add(new Run(", ", Ink.FAINT));
    }
    runs.add(new Run(direction, Ink.EXIT));
    String mark =
        switch (exit.passage()) {
          case BARRED -> " " + words.say("exits.closed");
          case UNSURE, FREE -> exit.explored() ? "" : "?";
        };
    runs.add(new Run(mark, Ink.FAINT));
  }
}

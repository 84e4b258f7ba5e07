package lamplight.tui.view;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.sync.Known;
import lamplight.tui.state.Model;
import lamplight.tui.state.Overlay;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Scene;
import lamplight.tui.state.Target;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import lamplight.tui.text.Width;
import lamplight.tui.text.Words;
import lamplight.tui.text.Wrap;

/** The end of a story: how, how many points, who did what, and what can be done now. */
final class EndView {
  private static final int COLUMNS = 64;
  private static final long MINUTE = 60_000;

  /** Room for the longest of the five numbers of a row, and the blank before it. */
  private static final int NUMBER_COLUMNS = 8;

  private EndView() {}

  static void draw(Canvas canvas, Model model, Scene.End end, Overlay.End overlay) {
    int columns = Math.min(canvas.columns() - 2, COLUMNS);
    List<Row> rows = rows(model, end, columns - 4);
    int choices = Overlay.End.ALL.size();
    int height = Math.min(canvas.rows(), rows.size() + choices + 3);
    Rect box =
        new Rect((canvas.columns() - columns) / 2, (canvas.rows() - height) / 2, columns, height);
    canvas.erase(box);
    canvas.pane(box, model.words().say(end.won() ? "end.title.won" : "end.title.lost"));
    Canvas pane = canvas.part(box.inner().padded(1));
    int room = pane.rows() - choices - 1;
    for (int i = 0; i < Math.min(room, rows.size()); i++) {
      pane.write(0, i, rows.get(i));
    }
    canvas.horizontal(box.column(), box.right(), box.row() + room + 1, Ink.BORDER);
    for (int i = 0; i < choices; i++) {
      boolean selected = i == overlay.selected();
      Canvas line = pane.part(new Rect(0, room + 1 + i, pane.columns(), 1));
      Ink ink = selected ? Ink.SELECTED : Ink.PROSE;
      if (selected) {
        line.fill(new Rect(0, 0, line.columns(), 1), ink);
      }
      line.write(
          0, 0, (selected ? "▸ " : "  ") + model.words().say(Overlay.End.ALL.get(i).key()), ink);
      line.target(new Rect(0, 0, line.columns(), 1), new Target.Row(i));
    }
  }

  private static List<Row> rows(Model model, Scene.End end, int columns) {
    Words words = model.words();
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of(Width.fit(end.title(), columns), Ink.TITLE));
    rows.add(Row.of(words.say("end.time", minutes(model)), Ink.PROSE));
    model
        .scene()
        .score()
        .map(score -> words.say("end.points", score.points(), score.maximum()))
        .ifPresent(points -> rows.add(Row.of(points, Ink.EMPHASIS)));
    if (!end.rank().isEmpty()) {
      rows.add(Row.of(Width.fit(words.say("end.rank", end.rank()), columns), Ink.EMPHASIS));
    }
    achieved(words.say("end.achieved"), end.achieved(), columns, rows);
    rows.add(Row.EMPTY);
    rows.add(heads(words, columns));
    for (Scene.Doer doer : end.doers()) {
      Known.Tally tally = doer.tally();
      rows.add(
          numbers(
              doer.name(),
              Ink.PLAYER,
              columns,
              tally.rooms(),
              tally.steps(),
              tally.things(),
              tally.people(),
              tally.deaths()));
      achieved("  " + words.say("end.achieved"), doer.achieved(), columns, rows);
    }
    return rows;
  }

  private static long minutes(Model model) {
    return (model.now() - model.since()) / MINUTE;
  }

  private static void achieved(String lead, List<String> titles, int columns, List<Row> rows) {
    if (!titles.isEmpty()) {
      String all = lead + " " + String.join(", ", titles);
      rows.addAll(Wrap.rows(List.of(new Run(all, Ink.HINT)), columns, 2));
    }
  }

  private static Row heads(Words words, int columns) {
    return numbers(
        "",
        Ink.FAINT,
        columns,
        words.say("end.rooms"),
        words.say("end.steps"),
        words.say("end.things"),
        words.say("end.people"),
        words.say("end.deaths"));
  }

  private static Row numbers(String name, Ink ink, int columns, Object... cells) {
    int room = Math.max(1, columns - cells.length * NUMBER_COLUMNS);
    String who = Width.fit(name, room);
    StringBuilder line = new StringBuilder();
    for (Object cell : cells) {
      String text = Width.fit(cell.toString(), NUMBER_COLUMNS - 1);
      line.append(" ".repeat(NUMBER_COLUMNS - Width.of(text))).append(text);
    }
    return new Row(
        List.of(
            new Run(who + " ".repeat(room - Width.of(who)), ink),
            new Run(line.toString(), name.isEmpty() ? Ink.FAINT : Ink.PROSE)));
  }
}

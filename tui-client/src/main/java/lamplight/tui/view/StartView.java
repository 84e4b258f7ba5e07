package lamplight.tui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lamplight.tui.state.Choice;
import lamplight.tui.state.Keys;
import lamplight.tui.state.Model;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Stage;
import lamplight.tui.state.Target;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import lamplight.tui.text.Width;
import lamplight.tui.text.Words;
import lamplight.tui.text.Wrap;

/** The way in: name, list of games, password. */
final class StartView {
  private static final int COLUMNS = 76;

  /** Rows for what the chosen row is about. */
  private static final int ABOUT_ROWS = 3;

  /** The line that is typed, its help, and what there is to say. */
  private static final int FOOT_ROWS = 3;

  /** A lower screen has the name of the program in one row. */
  private static final int ROWS_FOR_LANTERN = 24;

  /** A lantern; the flame is drawn over it in its own ink. */
  private static final List<String> LANTERN = List.of("  _  ", " /_\\ ", " | | ", " |_| ");

  private static final int HEAD_ROWS = 6;
  private static final int LOW_HEAD_ROWS = 2;

  private StartView() {}

  static void draw(Canvas canvas, Model model) {
    int columns = Math.min(canvas.columns() - 2, COLUMNS);
    boolean low = canvas.rows() < ROWS_FOR_LANTERN;
    int top = Math.max(0, (canvas.rows() - 30) / 3);
    Canvas page =
        canvas.part(
            new Rect((canvas.columns() - columns) / 2, top, columns, canvas.rows() - top - 1));
    int head = low ? LOW_HEAD_ROWS : HEAD_ROWS;
    head(page, model.words(), low);
    Canvas body = page.part(new Rect(0, head, columns, page.rows() - head));
    model.stage().match(new Body(body, model));
    if (model.leaving()) {
      String key = HelpView.key(model, Keys.Action.LEAVE);
      canvas.writeCentred(canvas.rows() - 2, model.words().say("leaving", key), Ink.NOTICE);
    }
    StatusView.draw(canvas, model);
  }

  /** What is below the name of the program; each case gives the canvas that it drew on. */
  private record Body(Canvas canvas, Model model) implements Stage.Cases<Canvas> {
    @Override
    public Canvas waiting(Stage.Waiting stage) {
      String notice = stage.notice();
      canvas.writeCentred(
          2, notice.isEmpty() ? model.words().say("start.waiting") : notice, Ink.FAINT);
      return canvas;
    }

    @Override
    public Canvas starting(Stage.Starting stage) {
      canvas.writeCentred(2, model.words().say(stage.key()), Ink.FAINT);
      return canvas;
    }

    @Override
    public Canvas entering(Stage.Entering stage) {
      canvas.writeCentred(2, model.words().say("start.entering"), Ink.FAINT);
      return canvas;
    }

    @Override
    public Canvas naming(Stage.Naming stage) {
      String help = model.words().say("start.name.help", model.suggestion());
      question(canvas, model, model.words().say("start.name"), help, stage.notice());
      return canvas;
    }

    @Override
    public Canvas choosing(Stage.Choosing stage) {
      choices(canvas, model, stage);
      return canvas;
    }

    @Override
    public Canvas unlocking(Stage.Unlocking stage) {
      String question = model.words().say("start.password", stage.offer().id());
      question(canvas, model, question, model.words().say("start.password.help"), stage.notice());
      return canvas;
    }

    @Override
    public Canvas playing(Stage.Playing stage) {
      return canvas;
    }

    @Override
    public Canvas watching(Stage.Watching stage) {
      return canvas;
    }

    @Override
    public Canvas over(Stage.Over stage) {
      return canvas;
    }
  }

  private static void head(Canvas page, Words words, boolean low) {
    if (low) {
      page.writeCentred(0, "L A M P L I G H T", Ink.TITLE);
      return;
    }
    int left = page.columns() / 2 - 17;
    for (int row = 0; row < LANTERN.size(); row++) {
      page.write(left, row, LANTERN.get(row), Ink.FAINT);
    }
    page.write(left + 2, 2, "*", Ink.LOW);
    page.write(left + 9, 1, "L A M P L I G H T", Ink.TITLE);
    page.write(left + 9, 2, words.say("start.subtitle"), Ink.FAINT);
  }

  private static void question(
      Canvas body, Model model, String question, String help, String notice) {
    Canvas pane = body.pane(new Rect(0, 0, body.columns(), 7), question);
    Canvas inside = pane.part(new Rect(1, 1, pane.columns() - 2, pane.rows() - 1));
    int start = inside.write(0, 0, "> ", Ink.ECHO);
    InputView.line(
        inside.part(new Rect(start, 0, inside.columns() - start, 1)),
        model.input(),
        model.isSecret());
    inside.write(0, 2, Width.fit(help, inside.columns()), Ink.FAINT);
    notice(body, 7, notice);
  }

  /** The rows with their headings, as many as there is room for around the chosen one. */
  private static void choices(Canvas body, Model model, Stage.Choosing choosing) {
    List<Line> lines = lines(choosing);
    int about = ABOUT_ROWS + (model.hosting().isPresent() ? 1 : 0);
    int room = Math.max(1, body.rows() - about - FOOT_ROWS - 3);
    int shown = Math.max(1, Math.min(room, lines.size()));
    int at =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).isAt(choosing.selected()))
            .findFirst()
            .orElse(0);
    int first = Math.max(0, Math.min(at - room / 2, lines.size() - shown));
    Rect box = new Rect(0, 0, body.columns(), shown + about + 3);
    Canvas pane = body.pane(box, title(model));
    body.horizontal(0, body.columns() - 1, shown + 1, Ink.BORDER);
    if (first > 0) {
      body.writeRight(0, " ▲ ", Ink.NOTICE, 2);
    }
    if (first + shown < lines.size()) {
      body.writeRight(shown + 1, " ▼ ", Ink.NOTICE, 2);
    }
    if (lines.isEmpty()) {
      pane.write(1, 0, model.words().say("start.choose.none"), Ink.PROSE);
    }
    for (int i = 0; i < Math.min(shown, lines.size()); i++) {
      line(pane.part(new Rect(0, i, pane.columns(), 1)), model, choosing, lines.get(first + i));
    }
    about(pane.part(new Rect(1, shown + 1, pane.columns() - 2, about)), model, choosing);
    Canvas foot = body.part(new Rect(1, box.rows(), body.columns() - 2, FOOT_ROWS));
    int start = foot.write(0, 0, "> ", Ink.ECHO);
    InputView.line(foot.part(new Rect(start, 0, foot.columns() - start, 1)), model.input(), false);
    foot.write(0, 1, Width.fit(model.words().say("start.choose.help"), foot.columns()), Ink.FAINT);
    notice(body, box.rows() + 2, choosing.notice());
  }

  private static String title(Model model) {
    return model
        .lobby()
        .name()
        .map(name -> model.words().say("start.choose.name", name))
        .orElse(model.words().say("start.choose"));
  }

  /**
   * A row of the list: a heading, or a choice.
   *
   * @param index of the choice, or -1
   */
  private record Line(String heading, int index) {
    boolean isAt(int choice) {
      return index == choice;
    }
  }

  private static List<Line> lines(Stage.Choosing choosing) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < choosing.choices().size(); i++) {
      Choice.Group group = choosing.choices().get(i).group();
      if (i == 0 || choosing.choices().get(i - 1).group() != group) {
        lines.add(new Line(group.key(), -1));
      }
      lines.add(new Line("", i));
    }
    return lines;
  }

  private static void line(Canvas pane, Model model, Stage.Choosing choosing, Line line) {
    if (line.index() < 0) {
      pane.write(1, 0, model.words().say(line.heading()), Ink.FAINT);
      return;
    }
    Choice choice = choosing.choices().get(line.index());
    boolean selected = line.isAt(choosing.selected());
    Ink ink = selected ? Ink.SELECTED : Ink.PROSE;
    if (selected) {
      pane.fill(new Rect(0, 0, pane.columns(), 1), Ink.SELECTED);
    }
    pane.target(new Rect(0, 0, pane.columns(), 1), new Target.Row(line.index()));
    String title = "%s%d  %s".formatted(selected ? "▸ " : "  ", line.index() + 1, choice.title());
    int at = pane.write(1, 0, Width.fit(title, pane.columns() - 1), ink);
    String detail = Width.fit(choice.detail(), pane.columns() - at - 3);
    pane.writeRight(0, detail, selected ? Ink.SELECTED : Ink.FAINT, 1);
  }

  /** What the chosen row is about, and how others come in if a server runs here. */
  private static void about(Canvas pane, Model model, Stage.Choosing choosing) {
    if (!choosing.choices().isEmpty()) {
      Choice choice = choosing.choices().get(choosing.selected());
      List<Row> rows = Wrap.rows(List.of(new Run(choice.about(), Ink.PROSE)), pane.columns(), 0);
      for (int i = 0; i < Math.min(rows.size(), ABOUT_ROWS); i++) {
        boolean cut = i == ABOUT_ROWS - 1 && rows.size() > ABOUT_ROWS;
        pane.write(
            0, i, Width.fit(rows.get(i).plain() + (cut ? " …" : ""), pane.columns()), Ink.PROSE);
      }
    }
    model
        .hosting()
        .map(
            hosting ->
                model
                    .words()
                    .say(
                        "hosting.line",
                        hosting.forClients().toString(),
                        hosting.address(),
                        Integer.toString(hosting.telnet())))
        .ifPresent(
            line -> pane.write(0, pane.rows() - 1, Width.fit(line, pane.columns()), Ink.NOTICE));
  }

  private static void notice(Canvas body, int row, String notice) {
    body.write(1, row, Width.fit(notice, body.columns() - 2), Ink.NOTICE);
  }
}

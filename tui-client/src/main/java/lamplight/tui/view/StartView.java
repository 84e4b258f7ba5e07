package lamplight.tui.view;

import java.util.List;
import lamplight.tui.state.Model;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Stage;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Width;
import lamplight.tui.text.Words;

/** The way in: name, list of games, password. */
final class StartView {
  private static final int COLUMNS = 58;

  /** A lantern; the flame is drawn over it in its own ink. */
  private static final List<String> LANTERN = List.of("  _  ", " /_\\ ", " | | ", " |_| ");

  private static final int HEAD_ROWS = 6;

  private StartView() {}

  static void draw(Canvas canvas, Model model) {
    int columns = Math.min(canvas.columns() - 2, COLUMNS);
    int top = Math.max(0, (canvas.rows() - 20) / 3);
    Canvas page =
        canvas.part(
            new Rect((canvas.columns() - columns) / 2, top, columns, canvas.rows() - top - 1));
    head(page, model.words());
    Canvas body = page.part(new Rect(0, HEAD_ROWS, columns, page.rows() - HEAD_ROWS));
    model.stage().match(new Body(body, model));
    StatusView.draw(canvas, model);
  }

  /** What is below the name of the program; each case gives the canvas that it drew on. */
  private record Body(Canvas canvas, Model model) implements Stage.Cases<Canvas> {
    @Override
    public Canvas waiting(Stage.Waiting stage) {
      canvas.writeCentred(2, model.words().say("start.waiting"), Ink.FAINT);
      return canvas;
    }

    @Override
    public Canvas entering(Stage.Entering stage) {
      canvas.writeCentred(2, model.words().say("start.entering"), Ink.FAINT);
      return canvas;
    }

    @Override
    public Canvas naming(Stage.Naming stage) {
      String help = model.words().say("start.name.help", model.goal().suggestion());
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
    public Canvas over(Stage.Over stage) {
      return canvas;
    }
  }

  private static void head(Canvas page, Words words) {
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

  private static void choices(Canvas body, Model model, Stage.Choosing choosing) {
    List<Stage.Choice> choices = choosing.choices();
    int room = Math.max(1, (body.rows() - 6) / 2);
    int first = Math.max(0, Math.min(choosing.selected() - room / 2, choices.size() - room));
    int shown = Math.min(room, choices.size() - first);
    int height = Math.max(1, 2 * shown) + 2;
    Canvas pane =
        body.pane(
            new Rect(0, 0, body.columns(), height),
            model
                .lobby()
                .name()
                .map(name -> model.words().say("start.choose.name", name))
                .orElse(model.words().say("start.choose")));
    if (choices.isEmpty()) {
      pane.write(1, 0, model.words().say("start.choose.none"), Ink.PROSE);
    }
    for (int i = 0; i < shown; i++) {
      choice(
          pane.part(new Rect(0, 2 * i, pane.columns(), 2)),
          first + i,
          choices.get(first + i),
          first + i == choosing.selected());
    }
    Canvas foot = body.part(new Rect(1, height, body.columns() - 2, 3));
    int start = foot.write(0, 0, "> ", Ink.ECHO);
    InputView.line(foot.part(new Rect(start, 0, foot.columns() - start, 1)), model.input(), false);
    foot.write(0, 1, model.words().say("start.choose.help"), Ink.FAINT);
    notice(body, height + 2, choosing.notice());
  }

  private static void choice(Canvas pane, int index, Stage.Choice choice, boolean selected) {
    if (selected) {
      pane.fill(new Rect(0, 0, pane.columns(), 1), Ink.SELECTED);
    }
    String title =
        Width.fit(
            "%s%d  %s".formatted(selected ? "▸ " : "  ", index + 1, choice.title()),
            pane.columns());
    pane.write(0, 0, title, selected ? Ink.SELECTED : Ink.PROSE);
    pane.write(5, 1, Width.fit(choice.detail(), pane.columns() - 5), Ink.FAINT);
  }

  private static void notice(Canvas body, int row, String notice) {
    body.write(1, row, Width.fit(notice, body.columns() - 2), Ink.NOTICE);
  }
}

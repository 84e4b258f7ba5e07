package lamplight.tui.view;

import java.util.List;
import lamplight.tui.state.Input;
import lamplight.tui.state.Keys;
import lamplight.tui.state.Model;
import lamplight.tui.state.Overlay;
import lamplight.tui.state.Rect;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Width;

/** The line that is being typed; a long one slides so that its cursor stays in sight. */
final class InputView {
  private static final String PROMPT = "> ";

  private InputView() {}

  static void draw(Canvas canvas, Rect rect, Model model) {
    canvas.pane(rect, "");
    Canvas pane = canvas.part(rect.inner().padded(1));
    if (model.leaving()) {
      pane.write(
          0, 0, model.words().say("leaving", HelpView.key(model, Keys.Action.LEAVE)), Ink.NOTICE);
      return;
    }
    if (model.overlay() instanceof Overlay.Pasted pasted) {
      pane.write(0, 0, model.words().say("pasted", pasted.lines().size()), Ink.NOTICE);
      return;
    }
    if (model.overlay() instanceof Overlay.Search search) {
      search(pane, model, search);
      return;
    }
    if (model.overlay() instanceof Overlay.Focus focus) {
      focus(pane, model, focus);
    } else {
      typed(pane, model);
    }
    Canvas border = canvas.part(new Rect(rect.column() + 2, rect.row(), rect.columns() - 4, 1));
    if (model.showsReplay()) {
      border.write(0, 0, " " + Width.fit(replayKeys(model), border.columns() - 2) + " ", Ink.FAINT);
    } else if (model.input().cycle().index() >= 0) {
      offers(border, model.input().cycle());
    } else {
      exits(border, model);
    }
  }

  private static void typed(Canvas pane, Model model) {
    int start = pane.write(0, 0, PROMPT, Ink.ECHO);
    line(pane.part(new Rect(start, 0, pane.columns() - start, 1)), model.input(), model.isSecret());
    if (model.isPlaying() && model.overlay().equals(Overlay.NONE)) {
      likely(pane, start, model);
    }
  }

  private static String replayKeys(Model model) {
    return model
        .words()
        .say(
            "replay.keys",
            HelpView.key(model, Keys.Action.REPLAY_PAUSE),
            HelpView.key(model, Keys.Action.REPLAY_BACK),
            HelpView.key(model, Keys.Action.REPLAY_STEP),
            HelpView.key(model, Keys.Action.REPLAY_SLOWER),
            HelpView.key(model, Keys.Action.REPLAY_FASTER));
  }

  /** What the player probably goes on to type, faint behind the cursor. */
  private static void likely(Canvas pane, int start, Model model) {
    int at = start + Width.of(model.input().text());
    pane.write(at, 0, model.input().likely(model.scene(), model.story()), Ink.FAINT);
  }

  /** The words in focus are told here too: a pane may have had no room for them. */
  private static void focus(Canvas pane, Model model, Overlay.Focus focus) {
    int at = pane.write(0, 0, "▸ ", Ink.ECHO);
    at = pane.write(at, 0, focus.words(), Ink.SELECTED);
    pane.write(at + 2, 0, model.words().say("focus.help"), Ink.FAINT);
  }

  private static void search(Canvas pane, Model model, Overlay.Search search) {
    int at = pane.write(0, 0, model.words().say("search") + " ", Ink.ECHO);
    at = pane.write(at, 0, search.query(), Ink.PROSE);
    pane.cursor(at, 0);
    boolean missing = !search.query().isBlank() && search.row() < 0;
    String help = missing ? "search.none" : "search.help";
    pane.write(at + 2, 0, model.words().say(help), missing ? Ink.NOTICE : Ink.FAINT);
  }

  /** The exits, unless the story needs the place to say that there is more below. */
  private static void exits(Canvas border, Model model) {
    boolean below = model.layout().story().bottom() == model.layout().input().row();
    if (model.isPlaying() && !(below && model.story().back() > 0)) {
      border.write(0, 0, ExitsView.row(model));
    }
  }

  /** Draws the line with its cursor on the whole of a one-row canvas. */
  static void line(Canvas pane, Input input, boolean secret) {
    String text =
        secret ? "•".repeat(input.text().codePointCount(0, input.text().length())) : input.text();
    int cursor = secret ? input.text().codePointCount(0, input.cursor()) : input.cursor();
    int from = 0;
    while (Width.of(text.substring(from, cursor)) >= pane.columns()) {
      from = text.offsetByCodePoints(from, 1);
    }
    pane.write(0, 0, text.substring(from), Ink.PROSE);
    pane.cursor(Width.of(text.substring(from, cursor)), 0);
  }

  /** The words that Tab goes through, in the border above the line. */
  private static void offers(Canvas border, Input.Cycle cycle) {
    List<String> words = cycle.candidates();
    int at = 0;
    for (int i = cycle.index(); i < words.size(); i++) {
      String word = " " + words.get(i) + " ";
      if (at + Width.of(word) > border.columns() - 1) {
        border.write(at, 0, "…", Ink.FAINT);
        return;
      }
      at = border.write(at, 0, word, i == cycle.index() ? Ink.SELECTED : Ink.FAINT);
    }
  }
}

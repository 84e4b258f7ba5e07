package lamplight.tui.view;

import lamplight.tui.state.Layout;
import lamplight.tui.state.Model;
import lamplight.tui.state.Overlay;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Size;
import lamplight.tui.text.Ink;

/** The whole screen. */
public final class View {
  private View() {}

  public static Frame frame(Model model) {
    Canvas canvas = new Canvas(model.size());
    if (model.size().isTooSmall()) {
      tooSmall(canvas, model);
    } else if (model.showsGame()) {
      game(canvas, model);
    } else {
      StartView.draw(canvas, model);
    }
    if (model.overlay() instanceof Overlay.Help help && !model.size().isTooSmall()) {
      HelpView.draw(canvas, model, help.top());
    }
    return model.settings().ascii() ? Ascii.frame(canvas.frame()) : canvas.frame();
  }

  private static void tooSmall(Canvas canvas, Model model) {
    Size size = model.size();
    int middle = canvas.rows() / 2;
    canvas.writeCentred(middle - 1, model.words().say("screen.small"), Ink.TITLE);
    canvas.writeCentred(
        middle,
        model
            .words()
            .say(
                "screen.small.size",
                Size.LEAST_COLUMNS,
                Size.LEAST_ROWS,
                size.columns(),
                size.rows()),
        Ink.PROSE);
  }

  private static void game(Canvas canvas, Model model) {
    Layout layout = model.layout();
    if (model.overlay() instanceof Overlay.Focus focus) {
      canvas.focus(focus.words());
    }
    if (model.overlay() instanceof Overlay.Map) {
      Rect whole = new Rect(0, 0, canvas.columns(), layout.input().row() + 1);
      MapView.draw(canvas, whole, model);
    } else {
      StoryView.draw(canvas, model);
      layout.chat().ifPresent(rect -> StoryView.chat(canvas, rect, model));
      layout.strip().ifPresent(rect -> StripView.draw(canvas, rect, model));
      layout.map().ifPresent(rect -> MapView.draw(canvas, rect, model));
      layout.party().ifPresent(rect -> PartyView.draw(canvas, rect, model));
      layout.here().ifPresent(rect -> ThingsView.here(canvas, rect, model));
      layout.carried().ifPresent(rect -> ThingsView.carried(canvas, rect, model));
    }
    BannerView.draw(canvas, model);
    InputView.draw(canvas, layout.input(), model);
    StatusView.draw(canvas, model);
    if (model.overlay() instanceof Overlay.End end) {
      model.scene().end().ifPresent(how -> EndView.draw(canvas, model, how, end));
    }
    if (model.overlay() instanceof Overlay.Finder finder) {
      FinderView.draw(canvas, model, finder);
    }
  }
}

package lamplight.tui.view;

import java.util.Arrays;
import java.util.List;
import lamplight.tui.state.Keys;
import lamplight.tui.state.Model;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Settings;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Width;

/** Every key that does something, from the one table. */
final class HelpView {
  private static final int COLUMNS = 60;
  private static final int KEY_COLUMNS = 16;

  private HelpView() {}

  static void draw(Canvas canvas, Settings settings) {
    List<Keys.Action> rows =
        Arrays.stream(Keys.Action.values()).filter(Keys.Action::isTold).toList();
    int height = Math.min(canvas.rows(), rows.size() + 2);
    Rect box =
        new Rect((canvas.columns() - COLUMNS) / 2, (canvas.rows() - height) / 2, COLUMNS, height);
    canvas.erase(box);
    canvas.pane(box, settings.words().say("keys.title"));
    Canvas pane = canvas.part(box.inner().padded(1));
    for (int i = 0; i < rows.size(); i++) {
      String keys = String.join(", ", Keys.labels(settings.keys(), rows.get(i)));
      String help = settings.words().say("keys." + rows.get(i).word());
      pane.write(0, i, Width.fit(keys, KEY_COLUMNS - 1), Ink.EMPHASIS);
      pane.write(KEY_COLUMNS, i, Width.fit(help, pane.columns() - KEY_COLUMNS), Ink.PROSE);
    }
    String foot = settings.words().say("keys.foot", key(settings, Keys.Action.CLOSE));
    canvas.part(box).writeRight(height - 1, " " + foot + " ", Ink.FAINT, 2);
  }

  /** The key to name for an action; empty if none does it. */
  static String key(Model model, Keys.Action action) {
    return key(model.settings(), action);
  }

  private static String key(Settings settings, Keys.Action action) {
    return Keys.labels(settings.keys(), action).stream().findFirst().orElse("");
  }
}

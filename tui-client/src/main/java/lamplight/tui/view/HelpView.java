package lamplight.tui.view;

import java.util.List;
import lamplight.tui.state.Keys;
import lamplight.tui.state.Model;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Settings;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Width;

/** Every key that does something, from the one table. */
final class HelpView {
  private static final int COLUMNS = 76;
  private static final int KEY_COLUMNS = 16;

  private HelpView() {}

  /** Draws the rows from {@code top} on, or the last ones that fill the box. */
  static void draw(Canvas canvas, Model model, int top) {
    Settings settings = model.settings();
    List<Keys.Action> rows = model.showsReplay() ? Keys.toldInReplay() : Keys.told();
    int height = Math.min(canvas.rows(), rows.size() + 2);
    int columns = Math.min(canvas.columns(), COLUMNS);
    Rect box =
        new Rect((canvas.columns() - columns) / 2, (canvas.rows() - height) / 2, columns, height);
    canvas.erase(box);
    canvas.pane(box, settings.words().say("keys.title"));
    Canvas pane = canvas.part(box.inner().padded(1));
    int first = Math.max(0, Math.min(top, rows.size() - pane.rows()));
    for (int i = 0; i < Math.min(rows.size(), pane.rows()); i++) {
      Keys.Action action = rows.get(first + i);
      String keys = String.join(", ", labels(settings, action));
      String help = settings.words().say("keys." + action.word());
      pane.write(0, i, Width.fit(keys, KEY_COLUMNS - 1), Ink.EMPHASIS);
      pane.write(KEY_COLUMNS, i, Width.fit(help, pane.columns() - KEY_COLUMNS), Ink.PROSE);
    }
    boolean more = first + pane.rows() < rows.size();
    String last = model.showsReplay() ? "keys.replay.foot" : "keys.foot";
    String foot = settings.words().say(more ? "keys.more" : last, key(settings, Keys.Action.CLOSE));
    canvas.part(box).writeRight(height - 1, " " + foot + " ", Ink.FAINT, 2);
  }

  /** The key to name for an action; empty if none does it. */
  static String key(Model model, Keys.Action action) {
    return key(model.settings(), action);
  }

  private static String key(Settings settings, Keys.Action action) {
    return labels(settings, action).stream().findFirst().orElse("");
  }

  private static List<String> labels(Settings settings, Keys.Action action) {
    List<String> labels = Keys.labels(settings.keys(), action);
    return labels.isEmpty() ? Keys.labels(Keys.replay(), action) : labels;
  }
}

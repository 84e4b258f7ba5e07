package lamplight.tui.view;

import java.util.List;
import lamplight.tui.state.Keys;
import lamplight.tui.state.Rect;
import lamplight.tui.text.Ink;

/** Every key that does something, from the one table. */
final class HelpView {
  private static final int COLUMNS = 58;
  private static final int KEY_COLUMNS = 12;

  private HelpView() {}

  static void draw(Canvas canvas) {
    List<Keys.Binding> rows = Keys.ALL.stream().filter(row -> !row.help().isEmpty()).toList();
    int height = Math.min(canvas.rows(), rows.size() + 2);
    Rect box =
        new Rect((canvas.columns() - COLUMNS) / 2, (canvas.rows() - height) / 2, COLUMNS, height);
    canvas.erase(box);
    canvas.pane(box, "Keys");
    Canvas pane = canvas.part(box.inner().padded(1));
    for (int i = 0; i < rows.size(); i++) {
      pane.write(0, i, rows.get(i).label(), Ink.EMPHASIS);
      pane.write(KEY_COLUMNS, i, rows.get(i).help(), Ink.PROSE);
    }
    canvas
        .part(box)
        .writeRight(height - 1, " type help for the words of the game · Esc closes ", Ink.FAINT, 2);
  }
}

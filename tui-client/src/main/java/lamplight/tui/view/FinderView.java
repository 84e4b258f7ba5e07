package lamplight.tui.view;

import java.util.List;
import lamplight.tui.state.Finding;
import lamplight.tui.state.Model;
import lamplight.tui.state.Overlay;
import lamplight.tui.state.Rect;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Width;

/** A list to choose from, under the line that narrows it down. */
final class FinderView {
  private static final int COLUMNS = 76;
  private static final int ROWS = 16;

  private FinderView() {}

  static void draw(Canvas canvas, Model model, Overlay.Finder finder) {
    int columns = Math.min(canvas.columns() - 2, COLUMNS);
    int rows = Math.min(canvas.rows() - 2, ROWS);
    Rect box =
        new Rect((canvas.columns() - columns) / 2, (canvas.rows() - rows) / 3, columns, rows);
    canvas.erase(box);
    Canvas pane =
        canvas.pane(
            box,
            model
                .words()
                .say(
                    switch (finder.kind()) {
                      case PALETTE, ABOUT -> "palette.title";
                      case HISTORY -> "history.title";
                    }));
    int start = pane.write(1, 0, "> ", Ink.ECHO);
    pane.cursor(pane.write(start, 0, finder.query(), Ink.PROSE), 0);
    list(
        pane.part(new Rect(1, 1, pane.columns() - 2, pane.rows() - 1)),
        model,
        Finding.entries(model, finder),
        finder.selected());
  }

  private static void list(Canvas pane, Model model, List<Finding.Entry> entries, int selected) {
    if (entries.isEmpty()) {
      pane.write(0, 0, model.words().say("finder.none"), Ink.FAINT);
    }
    int first = Math.max(0, Math.min(selected - pane.rows() / 2, entries.size() - pane.rows()));
    for (int i = first; i < Math.min(entries.size(), first + pane.rows()); i++) {
      Finding.Entry entry = entries.get(i);
      boolean chosen = i == selected;
      Ink ink = chosen ? Ink.SELECTED : Ink.PROSE;
      int row = i - first;
      if (chosen) {
        pane.fill(new Rect(0, row, pane.columns(), 1), Ink.SELECTED);
      }
      String label = (chosen ? "▸ " : "  ") + entry.label();
      int room = Math.max(pane.columns() / 2, pane.columns() - Width.of(label) - 1);
      String detail = Width.fit(entry.detail(), room);
      pane.write(0, row, Width.fit(label, pane.columns() - Width.of(detail) - 1), ink);
      pane.writeRight(row, detail, chosen ? Ink.SELECTED : Ink.FAINT, 0);
    }
  }
}

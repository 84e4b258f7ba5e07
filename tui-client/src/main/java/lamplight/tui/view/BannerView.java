package lamplight.tui.view;

import java.util.ArrayList;
import java.util.List;
import lamplight.tui.link.Standing;
import lamplight.tui.state.Model;
import lamplight.tui.state.Rect;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import lamplight.tui.text.Words;
import lamplight.tui.text.Wrap;

/**
 * Says over the oldest rows of the story that the line is lost, when it is tried again, and what
 * becomes of what is typed. The newest rows stay in sight.
 */
final class BannerView {
  private static final long SECOND = 1_000;

  private BannerView() {}

  static void draw(Canvas canvas, Model model) {
    if (!model.isCutOff()) {
      return;
    }
    Rect story = model.layout().story();
    List<Row> rows = rows(model, story.columns() - 4);
    Rect box = new Rect(story.column(), story.row(), story.columns(), rows.size() + 2);
    canvas.erase(new Rect(box.column() + 1, box.row() + 1, box.columns() - 2, box.rows() - 1));
    canvas.box(box, Ink.BORDER);
    Canvas pane = canvas.part(box.inner().padded(1));
    for (int i = 0; i < rows.size(); i++) {
      pane.write(0, i, rows.get(i));
    }
  }

  private static List<Row> rows(Model model, int columns) {
    Words words = model.words();
    Standing standing = model.standing();
    List<Row> rows = new ArrayList<>();
    String when =
        standing.state() == Standing.State.WAITING
            ? words.say("line.lost.again", seconds(model))
            : words.say("line.lost.now");
    rows.addAll(Wrap.rows(List.of(new Run("○ " + when, Ink.NOTICE)), columns, 2));
    String kept = words.say("line.lost.kept", standing.unanswered());
    rows.addAll(Wrap.rows(List.of(new Run("  " + kept, Ink.PROSE)), columns, 2));
    return rows;
  }

  /** Until the next attempt, rounded up. */
  static long seconds(Model model) {
    return Math.max(0, (model.standing().retryAt() - model.now() + SECOND - 1) / SECOND);
  }
}

package lamplight.tui.view;

import java.util.List;
import lamplight.tui.state.Keys;
import lamplight.tui.state.Model;
import lamplight.tui.state.Overlay;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Story;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;
import lamplight.tui.text.Width;
import lamplight.tui.text.Words;

/** The story pane: its title is the room, its lower border tells of lines below. */
final class StoryView {
  private StoryView() {}

  static void draw(Canvas canvas, Model model) {
    Rect rect = model.layout().story();
    canvas.pane(
        rect,
        model.scene().room().map(room -> room.name()).orElse(model.words().say("story.title")));
    Story story = model.story();
    int found = model.overlay() instanceof Overlay.Search search ? search.row() : -1;
    Canvas prose = canvas.part(model.layout().prose());
    prose.moves();
    rows(prose, story, found, model.words().say("story.new"));
    if (story.back() > 0) {
      canvas.part(rect).writeRight(rect.rows() - 1, below(model), Ink.NOTICE, 2);
    }
  }

  /** What was said, in a pane of its own. */
  static void chat(Canvas canvas, Rect rect, Model model) {
    canvas.pane(rect, model.words().say("chat.title"));
    rows(canvas.part(rect.inner().padded(1)), model.talk(), -1, model.words().say("story.new"));
  }

  /**
   * The story sits on the input line, as in a book that is being written. A thin line stands where
   * what came while the reader looked back begins; the oldest row gives way to it.
   */
  private static void rows(Canvas prose, Story story, int marked, String news) {
    List<Row> rows = story.shown();
    int mark = story.mark();
    int first = prose.rows() - rows.size();
    for (int i = 0; i < rows.size(); i++) {
      int row = first + i - (i < mark ? 1 : 0);
      if (story.top() + i == marked) {
        prose.write(0, row, rows.get(i).plain(), Ink.SELECTED);
      } else {
        prose.write(0, row, rows.get(i));
      }
    }
    if (mark > 0) {
      String line = "── " + news + " ";
      int row = first + mark - 1;
      prose.write(
          0, row, line + "─".repeat(Math.max(0, prose.columns() - Width.of(line))), Ink.FAINT);
    }
  }

  /** How much there is below, and the key that goes there. */
  private static String below(Model model) {
    Words words = model.words();
    Story story = model.story();
    String key =
        model.isReadOn() ? words.say("key.space") : HelpView.key(model, Keys.Action.PAGE_DOWN);
    return " "
        + (story.unread() > 0
            ? words.say("story.below.new", story.unread(), key)
            : words.say("story.below", story.back(), key))
        + " ";
  }
}

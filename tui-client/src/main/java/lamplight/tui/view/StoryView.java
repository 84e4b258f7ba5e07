package lamplight.tui.view;

import java.util.List;
import lamplight.tui.state.Model;
import lamplight.tui.state.Overlay;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Story;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;

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
    rows(prose, story, found);
    if (story.back() > 0) {
      canvas.part(rect).writeRight(rect.rows() - 1, below(model), Ink.NOTICE, 2);
    }
  }

  /** What was said, in a pane of its own. */
  static void chat(Canvas canvas, Rect rect, Model model) {
    canvas.pane(rect, model.words().say("chat.title"));
    rows(canvas.part(rect.inner().padded(1)), model.talk(), -1);
  }

  /** The story sits on the input line, as in a book that is being written. */
  private static void rows(Canvas prose, Story story, int marked) {
    List<Row> rows = story.shown();
    int first = prose.rows() - rows.size();
    for (int i = 0; i < rows.size(); i++) {
      if (story.top() + i == marked) {
        prose.write(0, first + i, rows.get(i).plain(), Ink.SELECTED);
      } else {
        prose.write(0, first + i, rows.get(i));
      }
    }
  }

  private static String below(Model model) {
    Story story = model.story();
    String words =
        story.unread() > 0
            ? model.words().say("story.below.new", story.unread())
            : model.words().say("story.below", story.back());
    return " " + words + " ";
  }
}

package lamplight.tui.view;

import java.util.List;
import lamplight.tui.state.Model;
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
    Canvas prose = canvas.part(model.layout().prose());
    Story story = model.story();
    List<Row> rows = story.shown();
    // The story sits on the input line, as in a book that is being written.
    int top = prose.rows() - rows.size();
    for (int i = 0; i < rows.size(); i++) {
      prose.write(0, top + i, rows.get(i));
    }
    if (story.back() > 0) {
      canvas.part(rect).writeRight(rect.rows() - 1, below(model), Ink.NOTICE, 2);
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

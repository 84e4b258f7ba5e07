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
    canvas.pane(rect, model.scene().room().map(room -> room.name()).orElse("Story"));
    Canvas prose = canvas.part(model.layout().prose());
    Story story = model.story();
    List<Row> rows = story.shown();
    // The story sits on the input line, as in a book that is being written.
    int top = prose.rows() - rows.size();
    for (int i = 0; i < rows.size(); i++) {
      prose.write(0, top + i, rows.get(i));
    }
    if (story.back() > 0) {
      canvas.part(rect).writeRight(rect.rows() - 1, below(story), Ink.NOTICE, 2);
    }
  }

  private static String below(Story story) {
    return story.unread() > 0
        ? " ▼ %d new below · PgDn ".formatted(story.unread())
        : " ▼ %d below · PgDn ".formatted(story.back());
  }
}

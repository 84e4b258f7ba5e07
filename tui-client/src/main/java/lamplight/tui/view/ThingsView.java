package lamplight.tui.view;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.sync.Known;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Scene;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import lamplight.tui.text.Width;

/** What is in sight and what is carried. */
final class ThingsView {
  private ThingsView() {}

  static void here(Canvas canvas, Rect rect, Scene scene) {
    List<Row> rows = new ArrayList<>();
    for (Scene.Member member : scene.party()) {
      if (!scene.isMe(member) && isHere(scene, member)) {
        rows.add(Row.of(member.name() + seat(member), PartyView.nameInk(member)));
      }
    }
    scene.here().forEach(thing -> rows.add(row(thing)));
    list(canvas, rect, "Here", rows, "Nothing to take note of.");
  }

  static void carried(Canvas canvas, Rect rect, Scene scene) {
    String title =
        scene.carried().isEmpty()
            ? "Carried"
            : "Carried (%d)"
                .formatted(scene.carried().stream().filter(thing -> thing.depth() == 0).count());
    list(canvas, rect, title, scene.carried().stream().map(ThingsView::row).toList(), "Nothing.");
  }

  static boolean isHere(Scene scene, Scene.Member member) {
    return scene
        .self()
        .map(self -> self.player().room().equals(member.player().room()))
        .orElse(false);
  }

  private static String seat(Scene.Member member) {
    return member.seat() == Known.Presence.Where.HERE ? "" : " (away)";
  }

  private static Row row(Scene.Thing thing) {
    String lead = thing.depth() == 0 ? "" : "  ".repeat(thing.depth() - 1) + "└ ";
    Run name = new Run(thing.name(), thing.person() ? Ink.PERSON : Ink.ITEM);
    String note = thing.note().isEmpty() ? "" : " (" + thing.note() + ")";
    return new Row(List.of(new Run(lead, Ink.FAINT), name, new Run(note, Ink.FAINT)));
  }

  private static void list(Canvas canvas, Rect rect, String title, List<Row> rows, String none) {
    canvas.pane(rect, title);
    Canvas pane = canvas.part(rect.inner().padded(1));
    if (rows.isEmpty()) {
      pane.write(0, 0, Width.fit(none, pane.columns()), Ink.FAINT);
    }
    int shown = rows.size() <= pane.rows() ? rows.size() : Math.max(0, pane.rows() - 1);
    for (int i = 0; i < shown; i++) {
      pane.write(0, i, rows.get(i));
    }
    if (shown < rows.size()) {
      String more = "and %d more".formatted(rows.size() - shown);
      pane.write(0, shown, Width.fit(more, pane.columns()), Ink.FAINT);
    }
  }
}

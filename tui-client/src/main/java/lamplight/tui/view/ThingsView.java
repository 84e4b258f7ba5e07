package lamplight.tui.view;

import java.util.ArrayList;
import java.util.List;
import lamplight.tui.state.Model;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Scene;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import lamplight.tui.text.Width;
import lamplight.tui.text.Words;

/** What is in sight and what is carried. */
final class ThingsView {
  private ThingsView() {}

  static void here(Canvas canvas, Rect rect, Model model) {
    Scene scene = model.scene();
    List<Row> rows = new ArrayList<>();
    for (Scene.Member member : scene.party()) {
      if (!scene.isMe(member) && isHere(scene, member)) {
        rows.add(
            Row.of(
                PartyView.seat(model.words(), member.name(), member), PartyView.nameInk(member)));
      }
    }
    scene.here().forEach(thing -> rows.add(row(thing)));
    list(canvas, rect, model.words().say("here.title"), rows, "here.none", model.words());
  }

  static void carried(Canvas canvas, Rect rect, Model model) {
    Scene scene = model.scene();
    String title =
        scene.carried().isEmpty()
            ? model.words().say("carried.title")
            : model
                .words()
                .say(
                    "carried.count",
                    scene.carried().stream().filter(thing -> thing.depth() == 0).count());
    List<Row> rows = scene.carried().stream().map(ThingsView::row).toList();
    list(canvas, rect, title, rows, "carried.none", model.words());
  }

  static boolean isHere(Scene scene, Scene.Member member) {
    return scene.self().flatMap(Scene.Member::room).filter(member::isIn).isPresent();
  }

  private static Row row(Scene.Thing thing) {
    String lead = thing.depth() == 0 ? "" : "  ".repeat(thing.depth() - 1) + "└ ";
    Run name = new Run(thing.name(), thing.person() ? Ink.PERSON : Ink.ITEM);
    String note = thing.note().isEmpty() ? "" : " (" + thing.note() + ")";
    return new Row(List.of(new Run(lead, Ink.FAINT), name, new Run(note, Ink.FAINT)));
  }

  private static void list(
      Canvas canvas, Rect rect, String title, List<Row> rows, String none, Words words) {
    canvas.pane(rect, title);
    Canvas pane = canvas.part(rect.inner().padded(1));
    if (rows.isEmpty()) {
      pane.write(0, 0, Width.fit(words.say(none), pane.columns()), Ink.FAINT);
    }
    int shown = rows.size() <= pane.rows() ? rows.size() : Math.max(0, pane.rows() - 1);
    for (int i = 0; i < shown; i++) {
      pane.write(0, i, rows.get(i));
    }
    if (shown < rows.size()) {
      String more = words.say("list.more", rows.size() - shown);
      pane.write(0, shown, Width.fit(more, pane.columns()), Ink.FAINT);
    }
  }
}

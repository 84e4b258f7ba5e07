package lamplight.tui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lamplight.tui.state.Keys;
import lamplight.tui.state.Model;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Scene;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import lamplight.tui.text.Width;

/** All panes in two rows, for a terminal without room for more. */
final class StripView {
  private StripView() {}

  static void draw(Canvas canvas, Rect rect, Model model) {
    Scene scene = model.scene();
    canvas.pane(rect, "");
    Canvas pane = canvas.part(rect.inner().padded(1));
    List<Run> party = new ArrayList<>();
    for (Scene.Member member : scene.party()) {
      party.add(
          new Run(
              PartyView.typing(model, PartyView.name(scene, member).strip(), member),
              PartyView.nameInk(member)));
      party.add(new Run(" " + PartyView.numbers(member) + "   ", Ink.FAINT));
    }
    pane.write(0, 0, new Row(party));
    String here =
        model
            .words()
            .say(
                "here.line",
                scene.here().stream().map(Scene.Thing::name).collect(Collectors.joining(", ")));
    String map = "  " + model.words().say("map.key", HelpView.key(model, Keys.Action.MAP));
    pane.write(
        0,
        1,
        Width.fit(scene.here().isEmpty() ? "" : here, pane.columns() - Width.of(map)),
        Ink.FAINT);
    pane.writeRight(1, map, Ink.FAINT, 0);
  }
}

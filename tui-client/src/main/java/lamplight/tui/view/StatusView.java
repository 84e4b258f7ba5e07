package lamplight.tui.view;

import java.util.ArrayList;
import java.util.List;
import lamplight.tui.link.Standing;
import lamplight.tui.state.Model;
import lamplight.tui.state.Stage;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Width;

/** The lowest border: which game this is at its left, how the line is at its right. */
final class StatusView {
  private static final long SECOND = 1_000;

  private StatusView() {}

  static void draw(Canvas canvas, Model model) {
    int row = canvas.rows() - 1;
    String line = " " + line(model) + " ";
    canvas.writeRight(row, line, ink(model.standing()), 2);
    if (model.stage() instanceof Stage.Playing playing) {
      String world = model.lobby().title(playing.world());
      String game = model.goal().local() ? world : world + " · " + playing.session();
      int room = canvas.columns() - Width.of(line) - 6;
      canvas.write(2, row, " " + Width.fit(game, room - 2) + " ", Ink.TITLE);
    }
  }

  private static String line(Model model) {
    Standing standing = model.standing();
    List<String> parts = new ArrayList<>();
    parts.add(
        switch (standing.state()) {
          case ONLINE -> model.goal().local() ? "● playing alone" : "● online";
          case CONNECTING -> "◌ connecting";
          case WAITING ->
              "○ line lost, trying again in %d s"
                  .formatted(seconds(standing.retryAt() - model.now()));
        });
    if (standing.state() == Standing.State.ONLINE && !model.goal().local()) {
      parts.add(standing.delay() < 0 ? "… ms" : standing.delay() + " ms");
    }
    if (standing.unanswered() > 0 && standing.state() != Standing.State.ONLINE) {
      parts.add(standing.unanswered() + " waiting");
    }
    if (model.isPlaying()) {
      parts.add("v" + model.version());
    }
    parts.add("F1 help");
    return String.join(" · ", parts);
  }

  private static long seconds(long millis) {
    return Math.max(0, (millis + SECOND - 1) / SECOND);
  }

  private static Ink ink(Standing standing) {
    return switch (standing.state()) {
      case ONLINE -> Ink.FAINT;
      case CONNECTING, WAITING -> Ink.NOTICE;
    };
  }
}

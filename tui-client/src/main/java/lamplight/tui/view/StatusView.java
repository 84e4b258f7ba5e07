package lamplight.tui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.archive.Recording;
import lamplight.tui.link.Standing;
import lamplight.tui.state.Keys;
import lamplight.tui.state.Model;
import lamplight.tui.state.Playback;
import lamplight.tui.state.Stage;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Width;
import lamplight.tui.text.Words;

/** The lowest border: which game this is at its left, how the line is at its right. */
final class StatusView {
  private StatusView() {}

  static void draw(Canvas canvas, Model model) {
    int row = canvas.rows() - 1;
    String line = " " + line(model) + " ";
    canvas.writeRight(row, line, ink(model.standing()), 2);
    if (model.playback().isPresent()) {
      Recording recording = model.playback().get().recording();
      String game = recording.about().session() + " · " + recording.player();
      int room = canvas.columns() - Width.of(line) - 6;
      canvas.write(2, row, " " + Width.fit(game, room - 2) + " ", Ink.TITLE);
    }
    if (model.stage() instanceof Stage.Playing playing) {
      String world = model.lobby().title(playing.world());
      String game =
          Stream.of(world, model.goal().local() ? "" : playing.session())
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(" · "));
      int room = canvas.columns() - Width.of(line) - 6;
      canvas.write(2, row, " " + Width.fit(game, room - 2) + " ", Ink.TITLE);
    }
  }

  /** How a recording stands, and the keys that move it as far as there is room. */
  private static String line(Model model, Playback playback) {
    Words words = model.words();
    Recording.Moment shown = playback.shown();
    String state = playback.running() ? "▶ " : playback.isOver() ? "■ " : "‖ ";
    String stands =
        state
            + words.say(
                "replay.status", playback.speed(), shown.step(), shown.version(), shown.clock());
    return stands + " · " + words.say("status.help", HelpView.key(model, Keys.Action.HELP));
  }

  private static String line(Model model) {
    if (model.playback().isPresent()) {
      return line(model, model.playback().get());
    }
    Standing standing = model.standing();
    Words words = model.words();
    List<String> parts = new ArrayList<>();
    parts.add(
        switch (standing.state()) {
          case ONLINE -> words.say(model.goal().local() ? "status.alone" : "status.online");
          case CONNECTING -> words.say("status.connecting");
          case WAITING -> words.say("status.lost", BannerView.seconds(model));
        });
    if (standing.state() == Standing.State.ONLINE && !model.goal().local()) {
      parts.add(
          standing.delay() < 0
              ? words.say("status.delay.unknown")
              : words.say("status.delay", standing.delay()));
    }
    if (standing.unanswered() > 0 && standing.state() != Standing.State.ONLINE) {
      parts.add(words.say("status.waiting", standing.unanswered()));
    }
    if (model.isPlaying()) {
      parts.add(words.say("status.version", model.replica().version()));
    }
    parts.add(words.say("status.help", HelpView.key(model, Keys.Action.HELP)));
    return String.join(" · ", parts);
  }

  private static Ink ink(Standing standing) {
    return switch (standing.state()) {
      case ONLINE -> Ink.FAINT;
      case CONNECTING, WAITING -> Ink.NOTICE;
    };
  }
}

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
import lamplight.tui.state.Size;
import lamplight.tui.state.Stage;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Width;
import lamplight.tui.text.Words;

/** The lowest border: which game this is at its left, how the line is at its right. */
final class StatusView {
  private StatusView() {}

  /** A delay from which on it is told what waits for an answer, in milliseconds. */
  private static final int SLOW = 400;

  /** A narrower screen does not name the form of the protocol. */
  private static final int ROOMY = 80;

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
      parts.addAll(line(words, standing, model.size()));
    }
    if (standing.unanswered() > 0
        && (standing.state() != Standing.State.ONLINE || standing.delay() >= SLOW)) {
      parts.add(words.say("status.waiting", standing.unanswered()));
      parts.addAll(predicted(model));
    }
    if (model.isPlaying() && standing.form() != Standing.Form.TELNET) {
      parts.add(words.say("status.version", model.replica().version()));
    }
    parts.add(words.say("status.help", HelpView.key(model, Keys.Action.HELP)));
    return String.join(" · ", parts);
  }

  /** What is spoken, if there is room to say it, and how long it takes, if that is measured. */
  private static List<String> line(Words words, Standing standing, Size size) {
    List<String> parts = new ArrayList<>();
    boolean telnet = standing.form() == Standing.Form.TELNET;
    if (size.columns() >= ROOMY) {
      parts.add(
          words.say(
              switch (standing.form()) {
                case TEXT -> "status.text";
                case COMPACT -> "status.compact";
                case TELNET -> "status.telnet";
              }));
    }
    if (standing.delay() >= 0) {
      parts.add(words.say("status.delay", standing.delay()));
    } else if (!telnet) {
      parts.add(words.say("status.delay.unknown"));
    }
    return parts;
  }

  /** How many of the commands without an answer the panes show already. */
  private static List<String> predicted(Model model) {
    int predicted = model.predicted();
    return predicted > 0 ? List.of(model.words().say("status.predicted", predicted)) : List.of();
  }

  private static Ink ink(Standing standing) {
    return switch (standing.state()) {
      case ONLINE -> Ink.FAINT;
      case CONNECTING, WAITING -> Ink.NOTICE;
    };
  }
}

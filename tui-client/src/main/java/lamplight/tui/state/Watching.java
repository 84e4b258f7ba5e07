package lamplight.tui.state;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import lamplight.engine.archive.Recording;
import lamplight.engine.wire.ServerMessage;
import lamplight.tui.text.Clean;

/**
 * How a recording is looked at: what it says is told and shown as if it came from a server, and
 * keys or words move it.
 */
public final class Watching {
  private Watching() {}

  /** The model with which a recording begins. */
  public static Model start(Model model, Recording recording) {
    Map<String, String> title =
        Map.of(recording.about().world(), Clean.text(recording.about().title()));
    Stage stage = new Stage.Watching(Playback.of(recording));
    return moved(
        model.changed(
            d -> {
              d.stage = stage;
              d.lobby = new Lobby(d.lobby.name(), title, d.lobby.choices());
            }),
        playback -> playback.at(1, model.now()));
  }

  /** Time has come to some moment. */
  static Model tick(Model model) {
    Optional<Playback> playback = model.playback();
    if (playback.filter(Playback::last).isPresent()) {
      boolean shown = !playback.get().running();
      return shown ? Entrance.over(model, 0, "") : moved(model, Playback::ended);
    }
    return playback.filter(here -> here.isDue(model.now())).isPresent()
        ? moved(model, here -> here.at(here.next() + 1, model.now()))
        : model;
  }

  /** Nobody is there any more to say how it goes on: the rest is told at once. */
  static Model end(Model model) {
    return moved(model, Playback::ending);
  }

  /** What a key does; empty if it is for the screen, and not for the recording. */
  static Optional<Step> pressed(Model model, Key key) {
    boolean typing = !model.input().text().isEmpty();
    Optional<Keys.Action> own =
        Optional.ofNullable(model.settings().keys().get(key)).filter(Keys.Action::isForReplay);
    return own.or(() -> Optional.ofNullable(Keys.replay().get(key)))
        .filter(action -> !typing)
        .map(action -> acted(model, action));
  }

  private static Step acted(Model model, Keys.Action action) {
    long now = model.now();
    return Step.of(
        switch (action) {
          case REPLAY_PAUSE ->
              moved(
                  model,
                  here ->
                      here.isOver()
                          ? here.at(1, now).running(true, now)
                          : here.running(!here.running(), now));
          case REPLAY_STEP -> stepped(model, 1);
          case REPLAY_BACK -> stepped(model, -1);
          case REPLAY_FASTER -> moved(model, here -> here.faster(true, now));
          case REPLAY_SLOWER -> moved(model, here -> here.faster(false, now));
          case REPLAY_START -> moved(model, here -> here.at(1, now));
          case REPLAY_END -> moved(model, here -> here.at(Integer.MAX_VALUE, now));
          default -> model;
        });
  }

  private static Model stepped(Model model, int by) {
    return moved(model, here -> here.at(here.next() + by, model.now()).running(false, model.now()));
  }

  /** A line was typed: a moment to go to, or the word for what a key does. */
  static Step entered(Model model, String line) {
    String word = line.strip().toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return acted(model, Keys.Action.REPLAY_PAUSE);
    } else if (word.equals("quit")) {
      return Step.of(Entrance.over(model, 0, ""));
    }
    for (Keys.Action action : Keys.Action.values()) {
      if (action.isForReplay() && model.words().say(action.word() + ".word").equals(word)) {
        return acted(model, action);
      }
    }
    OptionalInt place =
        model.playback().map(here -> here.recording().find(word)).orElse(OptionalInt.empty());
    if (place.isEmpty()) {
      return Step.of(noted(model, model.words().say("replay.what", line)));
    }
    Model there = moved(model, here -> here.at(place.getAsInt() + 1, model.now()));
    return Step.of(place.getAsInt() == 0 ? noted(there, begins(there)) : there);
  }

  /** For whoever asks for something older than what is there. */
  private static String begins(Model model) {
    Recording recording = model.playback().orElseThrow().recording();
    return model.words().say("replay.begins", recording.moments().get(0).step());
  }

  private static Model noted(Model model, String words) {
    return model.changed(d -> d.story = d.story.with(Telling.aside(words)));
  }

  /** Moves the playback and tells what lies between; going back begins the story anew. */
  private static Model moved(Model model, Function<Playback, Playback> move) {
    Playback before = model.playback().orElseThrow();
    Playback after = move.apply(before);
    boolean back = after.next() < before.next();
    Story story = back ? model.story().emptied() : model.story();
    for (int n = back ? 0 : before.next(); n < after.next(); n++) {
      story = told(story, after.recording().moments().get(n));
    }
    Story heard = story;
    Model there =
        model.changed(
            d -> {
              d.stage = new Stage.Watching(after);
              d.story = heard;
            });
    return there.seen(after.shown().replica(), Prediction.NONE);
  }

  private static Story told(Story before, Recording.Moment moment) {
    Story story = before;
    for (String typed : moment.typed()) {
      story = story.with(Story.Told.BLANK).with(Telling.echo(Clean.text(typed)));
    }
    for (ServerMessage.Text text : moment.read()) {
      story = story.with(Telling.told(text.kind(), text.line()));
    }
    for (String refused : moment.refused()) {
      story = story.with(Telling.refusal(refused));
    }
    return story;
  }
}

package lamplight.tui.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Known;
import lamplight.tui.link.Standing;
import lamplight.tui.text.Words;

/**
 * All there is to show.
 *
 * @param memory what is kept from one run to the next
 * @param hosting the server that was started from here
 * @param margins whether the terminal moves some columns of its rows alone, as far as is known
 * @param talk speech, for a pane of its own
 * @param settings what the player wants otherwise than usual
 * @param scene the replica with what is predicted over it
 * @param replica what the server has confirmed
 * @param glides marks on their way, by player
 * @param walk the way that is being walked, step by step
 * @param typing who is typing
 * @param lens what part of the map is shown
 * @param hidden what is typed now must not be seen
 * @param leaving the player asked to go once and has to ask again
 * @param awaited the number of the newest command that was sent
 * @param entered lines that the player sent off so far
 * @param since when the player came in, by the clock
 * @param now the clock, in milliseconds
 */
public record Model(
    Settings settings,
    Goal goal,
    Memory memory,
    Optional<Hosting> hosting,
    Size size,
    boolean margins,
    Stage stage,
    Overlay overlay,
    Story story,
    Story talk,
    Input input,
    Scene scene,
    ClientState replica,
    Prediction prediction,
    Map<String, Glide> glides,
    Standing standing,
    Lobby lobby,
    Walk walk,
    Typing typing,
    Lens lens,
    boolean hidden,
    boolean leaving,
    long awaited,
    long entered,
    long since,
    long now) {

  public static Model start(Settings settings, Goal goal, Memory memory, Size size, long now) {
    return new Model(
            settings,
            goal,
            memory,
            Optional.empty(),
            size,
            true,
            new Stage.Waiting(""),
            Overlay.NONE,
            Story.empty(),
            Story.empty(),
            Input.empty(),
            Scene.EMPTY,
            ClientState.EMPTY,
            Prediction.NONE,
            Map.of(),
            Standing.NONE,
            new Lobby(goal.name().or(memory::name), Map.of(), List.of()),
            Walk.NONE,
            Typing.NONE,
            Lens.USUAL,
            false,
            false,
            0,
            0,
            now,
            now)
        .changed(draft -> {});
  }

  /** What the program says, in the player's language. */
  public Words words() {
    return settings.words();
  }

  public Layout layout() {
    return layout(memory.panes());
  }

  /** The layout as it is unless the player wants it otherwise. */
  Layout usualLayout() {
    return layout(new Panes(0, 0, memory.panes().chat()));
  }

  private Layout layout(Panes panes) {
    if (isElsewhere() && scene.isEmpty()) {
      return Layout.ofStory(size, panes);
    }
    boolean mapAbove = settings.layout().isAbove(size, margins);
    return Layout.of(size, Math.max(1, scene.party().size()), panes, mapAbove);
  }

  /** Whether a person has something to look at or to answer. */
  public boolean isInteractive() {
    return !(stage instanceof Stage.Waiting
        || stage instanceof Stage.Entering
        || stage instanceof Stage.Over);
  }

  public boolean isPlaying() {
    return stage instanceof Stage.Playing;
  }

  /** Whether the game is on a server that is none of ours. */
  boolean isElsewhere() {
    return stage instanceof Stage.Playing playing && playing.isElsewhere();
  }

  /** Whether the line to the game is lost, and comes back by itself. */
  public boolean isCutOff() {
    return stage instanceof Stage.Playing playing
        && !playing.isElsewhere()
        && standing.state() != Standing.State.ONLINE;
  }

  /** Commands without an answer whose likely outcome the panes show. */
  public int predicted() {
    return prediction.guesses().size();
  }

  /** Whether there are others to be told that the player is typing. */
  boolean isHeardTyping() {
    return settings.typing()
        && stage instanceof Stage.Playing playing
        && !playing.isElsewhere()
        && standing.state() == Standing.State.ONLINE
        && scene.party().stream()
            .anyMatch(other -> !scene.isMe(other) && other.seat() == Known.Presence.Where.HERE);
  }

  /** The recording that is looked at. */
  public Optional<Playback> playback() {
    return stage instanceof Stage.Watching watching
        ? Optional.of(watching.playback())
        : Optional.empty();
  }

  /** Whether an empty line means the story's next page, for there is more of it below. */
  public boolean isReadOn() {
    return isPlaying()
        && overlay.equals(Overlay.NONE)
        && story.back() > 0
        && input.text().isEmpty();
  }

  /** Whether there is a game to see, one's own or a recorded one. */
  public boolean showsGame() {
    return isPlaying() || showsReplay();
  }

  public boolean showsReplay() {
    return playback().isPresent();
  }

  /** Whether the line being typed must not be seen. */
  public boolean isSecret() {
    return hidden || stage instanceof Stage.Unlocking;
  }

  /** The name that an empty answer takes. */
  public String suggestion() {
    return lobby.name().orElse(goal.suggestion());
  }

  /** The player's own id; empty before there is a seat. */
  String me() {
    return stage instanceof Stage.Playing playing
        ? playing.player()
        : playback().map(playback -> playback.recording().player()).orElse("");
  }

  /** Whether something moves by itself, so that time has to be told often. */
  public boolean isMoving() {
    return !glides.isEmpty()
        || playback().filter(here -> here.running() || here.last()).isPresent();
  }

  /** The model in which the program has said something in the story. */
  Model saying(String words) {
    return changed(d -> d.story = d.story.with(Telling.aside(words)));
  }

  /** The model with what is predicted laid over the replica, and marks on their way to there. */
  Model seen(ClientState confirmed, Prediction guessed) {
    Scene next = Scene.of(guessed.over(confirmed, me()), me());
    boolean ends = next.end().isPresent() && scene.end().isEmpty();
    boolean goesOn = next.end().isEmpty() && overlay instanceof Overlay.End;
    boolean moved = !next.room().map(Known.Room::id).equals(scene.room().map(Known.Room::id));
    return changed(
        d -> {
          d.replica = confirmed;
          d.prediction = guessed;
          d.glides = settings.reducedMotion() ? Map.of() : Glide.between(scene, next, glides);
          d.scene = next;
          d.lens = moved ? d.lens.centred() : d.lens;
          d.overlay = ends ? new Overlay.End(0) : goesOn ? Overlay.NONE : d.overlay;
        });
  }

  /** The next model; the story and what is said always have the size of their panes. */
  Model changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    Layout layout = draft.model().layout();
    draft.story = fitted(draft.story, layout.prose());
    draft.talk = layout.talk().map(pane -> fitted(draft.talk, pane)).orElse(draft.talk);
    return draft.model();
  }

  private static Story fitted(Story story, Rect pane) {
    return pane.columns() != story.width() || pane.rows() != story.height()
        ? story.resized(Math.max(1, pane.columns()), Math.max(1, pane.rows()))
        : story;
  }

  /** A model in the making, so that a change names only what it changes. */
  static final class Draft {
    private final Settings settings;
    Goal goal;
    Memory memory;
    Optional<Hosting> hosting;
    Size size;
    boolean margins;
    Stage stage;
    Overlay overlay;
    Story story;
    Story talk;
    Input input;
    Scene scene;
    ClientState replica;
    Prediction prediction;
    Map<String, Glide> glides;
    Standing standing;
    Lobby lobby;
    Walk walk;
    Typing typing;
    Lens lens;
    boolean hidden;
    boolean leaving;
    long awaited;
    long entered;
    long since;
    long now;

    private Draft(Model model) {
      settings = model.settings;
      goal = model.goal;
      memory = model.memory;
      hosting = model.hosting;
      size = model.size;
      margins = model.margins;
      stage = model.stage;
      overlay = model.overlay;
      story = model.story;
      talk = model.talk;
      input = model.input;
      scene = model.scene;
      replica = model.replica;
      prediction = model.prediction;
      glides = model.glides;
      standing = model.standing;
      lobby = model.lobby;
      walk = model.walk;
      typing = model.typing;
      lens = model.lens;
      hidden = model.hidden;
      leaving = model.leaving;
      awaited = model.awaited;
      entered = model.entered;
      since = model.since;
      now = model.now;
    }

    private Model model() {
      return new Model(
          settings,
          goal,
          memory,
          hosting,
          size,
          margins,
          stage,
          overlay,
          story,
          talk,
          input,
          scene,
          replica,
          prediction,
          glides,
          standing,
          lobby,
          walk,
          typing,
          lens,
          hidden,
          leaving,
          awaited,
          entered,
          since,
          now);
    }
  }
}

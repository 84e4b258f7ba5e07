package lamplight.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.State;
import lamplight.engine.play.Answer;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.play.Told;
import lamplight.engine.rules.Observer;

/** A transcript, played: what everybody read, and where that is not what was expected. */
public final class Playthrough {
  private static final long USUAL_SEED = 1;

  private final Game game;
  private final Observer observer;
  private final Transcript transcript;
  private final List<Scene> scenes = new ArrayList<>();
  private State state;

  /** A play of which nothing is written yet. */
  static Playthrough begin(Game game, Transcript empty) {
    return new Playthrough(game, empty, Observer.NOBODY);
  }

  private Playthrough(Game game, Transcript transcript, Observer observer) {
    this.game = game;
    this.observer = observer;
    this.transcript = transcript;
    this.state =
        game.start(
            transcript.seed().orElse(game.world().info().seed().orElse(USUAL_SEED)), observer);
  }

  /** Plays a transcript to its end, whatever goes wrong on the way. */
  public static Playthrough of(Game game, Transcript transcript) {
    return of(game, transcript, Observer.NOBODY);
  }

  /** The same, and somebody hears what rules and texts come to. */
  public static Playthrough of(Game game, Transcript transcript, Observer observer) {
    Playthrough play = new Playthrough(game, transcript, observer);
    for (String player : transcript.players()) {
      play.play(new Move.Comes(0, player, Move.Coming.JOINS, List.of()));
    }
    transcript.moves().forEach(play::play);
    return play;
  }

  public Transcript transcript() {
    return transcript;
  }

  /** How the world stands at the end. */
  State state() {
    return state;
  }

  /** Whether everything came as expected. */
  public boolean passed() {
    return failures().isEmpty();
  }

  /** The scenes in which something went wrong. */
  List<Scene> failures() {
    return scenes.stream().filter(Scene::failed).toList();
  }

  List<Scene> scenes() {
    return List.copyOf(scenes);
  }

  /** Plays one move more. */
  Scene play(Move move) {
    Scene scene = scene(move);
    scenes.add(scene);
    return scene;
  }

  private Scene scene(Move move) {
    if (move instanceof Move.Asked asked) {
      return new Scene(move, List.of(), ask(asked));
    }
    List<Heard> heard = new ArrayList<>();
    List<Difference> faults = new ArrayList<>();
    for (Input input : ((Move.Act) move).inputs()) {
      try {
        Step step = game.step(state, input, observer);
        heard.addAll(heard(step, move));
        state = step.state();
      } catch (RuntimeException e) { // a fault of the program: it is what this is here to find
        faults.add(Difference.came("the program failed: " + e));
      }
    }
    return new Scene(
        move,
        heard,
        Stream.concat(Difference.between(move, heard).stream(), faults.stream()).toList());
  }

  private List<Difference> ask(Move.Asked asked) {
    Claim claim = asked.claim();
    return claim.holds(game.world(), state)
        ? List.of()
        : List.of(
            Difference.expected(asked.line(), asked.shown()),
            Difference.came("* " + claim.corrected(game.world(), state)));
  }

  private List<Heard> heard(Step step, Move move) {
    List<Heard> heard = new ArrayList<>();
    for (Told told : step.told()) {
      String reader = name(step, told);
      told.paragraph().stream()
          .filter(line -> !line.isEmpty())
          .forEach(
              line -> {
                boolean refusal =
                    step.answer() instanceof Answer.Stopped stopped
                        && move instanceof Move.Typed typed
                        && typed.player().equals(reader)
                        && stopped.text().equals(line.plain());
                heard.add(new Heard(reader, refusal, line.plain()));
              });
    }
    if (step.answer() instanceof Answer.Refused refused && move instanceof Move.Typed typed) {
      heard.add(new Heard(typed.player(), true, refused.text()));
    }
    return heard;
  }

  private String name(Step step, Told told) {
    PlayerState player = step.state().players().get(told.to());
    return player == null ? told.to().value() : player.name();
  }
}

package lamplight.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.State;
import lamplight.engine.play.Answer;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.play.Told;

/** A transcript, played: what everybody read, and where that is not what was expected. */
public final class Playthrough {
  private static final long USUAL_SEED = 1;

  private final Game game;
  private final Transcript transcript;
  private final List<Scene> scenes = new ArrayList<>();
  private State state;

  private Playthrough(Game game, Transcript transcript) {
    this.game = game;
    this.transcript = transcript;
    this.state =
        game.start(transcript.seed().orElse(game.world().info().seed().orElse(USUAL_SEED)));
  }

  /** Plays a transcript to its end, whatever goes wrong on the way. */
  public static Playthrough of(Game game, Transcript transcript) {
    Playthrough play = new Playthrough(game, transcript);
    for (String player : transcript.players()) {
      play.play(new Move.Comes(0, player, Move.Coming.JOINS, List.of()));
    }
    transcript.moves().forEach(play::play);
    return play;
  }

  public Transcript transcript() {
    return transcript;
  }

  /** Whether everything came as expected. */
  public boolean passed() {
    return firstFailure().isEmpty();
  }

  /** The scene in which something first went wrong. */
  Optional<Scene> firstFailure() {
    return scenes.stream().filter(scene -> !scene.mismatches().isEmpty()).findFirst();
  }

  List<Scene> scenes() {
    return List.copyOf(scenes);
  }

  private void play(Move move) {
    if (move instanceof Move.Asked asked) {
      scenes.add(new Scene(move, List.of(), ask(asked)));
      return;
    }
    List<Heard> heard = new ArrayList<>();
    List<Scene.Mismatch> mismatches = new ArrayList<>();
    for (Input input : ((Move.Act) move).inputs()) {
      try {
        Step step = game.step(state, input);
        heard.addAll(heard(step, move));
        state = step.state();
      } catch (RuntimeException e) { // a fault of the program: it is what this is here to find
        mismatches.add(new Scene.Mismatch(move.line(), "an answer", List.of("it failed: " + e)));
      }
    }
    mismatches.addAll(compare(move, heard));
    scenes.add(new Scene(move, heard, mismatches));
  }

  private List<Scene.Mismatch> ask(Move.Asked asked) {
    Claim claim = asked.claim();
    if (claim.holds(game.world(), state)) {
      return List.of();
    }
    return List.of(
        new Scene.Mismatch(
            asked.line(),
            claim.toString(),
            List.of(claim.corrected(game.world(), state).toString())));
  }

  private List<Heard> heard(Step step, Move move) {
    List<Heard> heard = new ArrayList<>();
    for (Told told : step.told()) {
      String reader = name(step, told);
      told.paragraph().stream()
          .filter(line -> !line.isEmpty())
          .forEach(line -> heard.add(new Heard(reader, false, line.plain())));
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

  /** Each reader's expected lines must come in order; a refusal must be expected. */
  private static List<Scene.Mismatch> compare(Move move, List<Heard> heard) {
    List<Scene.Mismatch> mismatches = new ArrayList<>();
    Map<String, Integer> from = new HashMap<>();
    for (Expected expected : move.expected()) {
      int at = from.getOrDefault(expected.reader(), 0);
      while (at < heard.size() && !expected.matches(heard.get(at))) {
        at++;
      }
      if (at < heard.size()) {
        from.put(expected.reader(), at + 1);
      } else {
        mismatches.add(
            new Scene.Mismatch(
                expected.line(),
                expected.reader() + " to read: " + expected,
                read(expected.reader(), heard)));
      }
    }
    boolean refusalExpected = move.expected().stream().anyMatch(Expected::refusal);
    heard.stream()
        .filter(line -> line.refusal() && !refusalExpected)
        .forEach(
            line ->
                mismatches.add(
                    new Scene.Mismatch(move.line(), "no refusal", read(line.reader(), heard))));
    return mismatches;
  }

  private static List<String> read(String reader, List<Heard> heard) {
    return heard.stream()
        .filter(line -> line.reader().equals(reader))
        .map(line -> (line.refusal() ? "! " : "") + line.text())
        .toList();
  }
}

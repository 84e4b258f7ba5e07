package lamplight.engine.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import lamplight.engine.load.Problem;
import lamplight.engine.load.Problems;
import lamplight.engine.load.SourceFile;
import lamplight.engine.model.Id;
import lamplight.engine.play.Game;

/**
 * Makes a transcript of a game while it is played: line by line in, what is read and what is to be
 * written out.
 */
public final class Recorder {
  private final long seed;
  private final Set<String> players;
  private final Playthrough play;
  private String typist;
  private boolean ended;

  /**
   * What came of a line.
   *
   * @param shown what the players read, or why the line is not understood
   * @param written lines for the transcript; none if it was not understood
   */
  public record Taken(List<String> shown, List<String> written) {
    public Taken {
      shown = List.copyOf(shown);
      written = List.copyOf(written);
    }
  }

  /**
   * @param players by name, in the order in which they join; at least one
   */
  public Recorder(Game game, long seed, List<String> players) {
    this.seed = seed;
    this.players = new LinkedHashSet<>(players);
    this.typist = players.get(0);
    this.play =
        Playthrough.begin(
            game,
            new Transcript(new SourceFile("", "", ""), OptionalLong.of(seed), players, List.of()));
  }

  /** Lets the players join: what they read, and the head of the transcript. */
  public Taken begin() {
    List<String> shown = new ArrayList<>();
    for (String player : players) {
      Scene scene = play.play(new Move.Comes(0, player, Move.Coming.JOINS, List.of()));
      scene.heard().stream()
          .filter(heard -> heard.reader().equals(player))
          .forEach(heard -> shown.add(shown(heard)));
    }
    return new Taken(shown, List.of("seed: " + seed, "players: " + String.join(", ", players), ""));
  }

  /** Who types a line that names nobody: who was named last. */
  public String typist() {
    return typist;
  }

  /**
   * Takes a line: what somebody types, {@code NAME: words} or {@code NAME> words} for another
   * player, a star line or a comment as transcripts have them.
   */
  public Taken take(String typed) {
    String line = typed.strip();
    if (line.isEmpty() || line.startsWith("#")) {
      return new Taken(List.of(), List.of(line));
    }
    Problems problems = new Problems();
    String known = "players: " + String.join(", ", players) + "\n";
    List<Move> moves =
        TranscriptReader.read(new SourceFile("", "", known + addressed(line)), problems)
            .map(Transcript::moves)
            .orElse(List.of());
    if (moves.isEmpty()) {
      return new Taken(problems.sorted().stream().map(Recorder::sentence).toList(), List.of());
    }
    return done(moves.get(0));
  }

  /** A line with its player in front; star lines have none. */
  private String addressed(String line) {
    if (line.startsWith("* ")) {
      return line;
    }
    for (String player : players) {
      for (String sign : List.of(":", ">")) {
        if (line.startsWith(player + sign)) {
          typist = player;
          return player + "> " + line.substring(player.length() + 1).strip();
        }
      }
    }
    return typist + "> " + line;
  }

  private Taken done(Move move) {
    Scene scene = play.play(move);
    List<String> shown = new ArrayList<>();
    List<String> written = new ArrayList<>();
    if (move instanceof Move.Asked) {
      scene.differences().stream()
          .filter(difference -> difference.line() == 0)
          .forEach(so -> shown.add("no: " + so.text()));
      written.addAll(shown.isEmpty() ? List.of(move.shown()) : List.of());
      return new Taken(shown, written);
    }
    if (move instanceof Move.Comes comes && comes.coming() == Move.Coming.JOINS) {
      players.add(comes.player());
    }
    written.add(move.shown());
    written.addAll(Rewriting.lines(scene));
    scene.heard().forEach(heard -> shown.add(shown(heard)));
    scene.differences().stream()
        .filter(difference -> difference.line() == 0 && scene.heard().isEmpty())
        .forEach(fault -> shown.add(fault.text()));
    if (!ended && play.state().ended().isPresent()) {
      ended = true;
      written.add("* ended: " + play.state().ended().map(Id::value).orElse(""));
    }
    return new Taken(shown, written);
  }

  /** One player alone needs no name in front. */
  private String shown(Heard heard) {
    return players.size() == 1 ? heard.text() : heard.reader() + ": " + heard.text();
  }

  private static String sentence(Problem problem) {
    return problem.message() + (problem.hint().isEmpty() ? "" : "; " + problem.hint());
  }
}

package lamplight.engine.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamplight.engine.load.Mark;
import lamplight.engine.load.Problem;
import lamplight.engine.load.Problems;
import lamplight.engine.load.SourceFile;
import lamplight.engine.load.WorldSource;
import lamplight.engine.model.Id;

/** Reads transcripts; the form is that of the author's guide, section Tests. */
public final class TranscriptReader {
  private static final String ENDING = ".transcript";
  private static final Pattern NAMED = Pattern.compile("([^\\s>:]+)([>:]) ?(.*)");
  private static final Pattern HEADER = Pattern.compile("(seed|players):\\s*(.*)");
  private static final Pattern PASSING = Pattern.compile("(\\d{1,5}) seconds? pass(es)?");

  private final SourceFile file;
  private final Problems problems;
  private final Set<String> players = new LinkedHashSet<>();
  private final List<String> joining = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private OptionalLong seed = OptionalLong.empty();
  private int number;

  private TranscriptReader(SourceFile file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The transcripts of a world, in the order of their names. */
  public static List<Transcript> all(WorldSource source, Problems problems) {
    return source.files(problems).stream()
        .filter(file -> file.endsWith(ENDING))
        .flatMap(file -> read(file, problems).stream())
        .toList();
  }

  /** One transcript; empty if it has errors, which are then among the problems. */
  public static Optional<Transcript> read(SourceFile file, Problems problems) {
    Problems own = new Problems();
    TranscriptReader reader = new TranscriptReader(file, own);
    file.text().lines().forEach(reader::line);
    if (reader.joining.isEmpty()) {
      own.error(Mark.of(file.shown()), "nobody plays", "write a line: \"players: Ann, Bea\"");
    } else if (reader.moves.isEmpty()) {
      own.error(Mark.of(file.shown()), "nothing is played", "write a line: \"Ann> look\"");
    }
    own.sorted().forEach(problems::add);
    return own.sorted().stream().anyMatch(Problem::isError)
        ? Optional.empty()
        : Optional.of(new Transcript(file, reader.seed, reader.joining, reader.moves));
  }

  private void line(String raw) {
    number++;
    String line = raw.strip();
    if (line.isEmpty() || line.startsWith("#") || header(line)) {
      return;
    }
    if (line.startsWith("* ")) {
      star(line.substring(2).strip());
      return;
    }
    Matcher named = NAMED.matcher(line);
    if (named.matches() && named.group(2).equals(">")) {
      add(new Move.Typed(number, known(named.group(1)), named.group(3).strip(), List.of()));
    } else {
      expected(line);
    }
  }

  private boolean header(String line) {
    Matcher header = HEADER.matcher(line);
    if (!moves.isEmpty() || !header.matches()) {
      return false;
    }
    if (header.group(1).equals("seed")) {
      try {
        seed = OptionalLong.of(Long.parseLong(header.group(2)));
      } catch (NumberFormatException e) {
        error("\"" + header.group(2) + "\" is no seed", "write a number");
      }
    } else {
      Stream.of(header.group(2).split(",", -1)).map(String::strip).forEach(this::player);
      joining.clear();
      joining.addAll(players);
    }
    return true;
  }

  private void player(String name) {
    if (!Id.valid(name.toLowerCase(Locale.ROOT))) {
      error("\"" + name + "\" is no name for a player", "use one word of letters and digits");
    } else if (!players.add(name)) {
      error("\"" + name + "\" plays twice", "give each player a name");
    }
  }

  private void star(String text) {
    Matcher passing = PASSING.matcher(text);
    if (passing.matches()) {
      int seconds = Math.min(Move.Wait.LONGEST, Integer.parseInt(passing.group(1)));
      add(new Move.Wait(number, seconds, List.of()));
      return;
    }
    for (Move.Coming coming : Move.Coming.values()) {
      if (text.endsWith(" " + coming.words())) {
        String name = text.substring(0, text.length() - coming.words().length()).strip();
        if (coming == Move.Coming.JOINS) {
          player(name);
        }
        add(new Move.Comes(number, known(name), coming, List.of()));
        return;
      }
    }
    Claim.read(text)
        .ifPresentOrElse(
            claim -> {
              if (!claim.player().isEmpty()) {
                known(claim.player());
              }
              add(new Move.Asked(number, claim));
            },
            () ->
                error(
                    "\"* " + text + "\" is not understood",
                    "write: 30 seconds pass, NAME loses the line, NAME returns, NAME leaves, NAME"
                        + " joins, ended: ID, score: N, NAME is in: ROOM, or NAME holds: THING"));
  }

  private void expected(String line) {
    if (moves.isEmpty() || moves.get(moves.size() - 1) instanceof Move.Asked) {
      error("nobody can read this here", "put it below what somebody types");
      return;
    }
    Move last = moves.remove(moves.size() - 1);
    Matcher named = NAMED.matcher(line);
    Expected expected;
    if (named.matches() && named.group(2).equals(":") && players.contains(named.group(1))) {
      expected = new Expected(number, named.group(1), false, named.group(3));
    } else if (line.startsWith("! ")) {
      expected = new Expected(number, reader(last), true, line.substring(2));
    } else {
      expected = new Expected(number, reader(last), false, line);
    }
    moves.add(with(last, expected));
  }

  /** Who reads what is not marked: who typed, or the only player. */
  private String reader(Move move) {
    if (move instanceof Move.Typed typed) {
      return typed.player();
    }
    if (players.size() != 1) {
      error("it is not said who reads this", "begin the line with a name: \"Ann: \"");
    }
    return players.stream().findFirst().orElse("");
  }

  private static Move with(Move move, Expected more) {
    List<Expected> all = Stream.concat(move.expected().stream(), Stream.of(more)).toList();
    if (move instanceof Move.Typed typed) {
      return new Move.Typed(typed.line(), typed.player(), typed.words(), all);
    }
    if (move instanceof Move.Wait wait) {
      return new Move.Wait(wait.line(), wait.seconds(), all);
    }
    return move instanceof Move.Comes comes
        ? new Move.Comes(comes.line(), comes.player(), comes.coming(), all)
        : move;
  }

  private String known(String name) {
    if (!players.contains(name)) {
      error(
          "\"" + name + "\" does not play here",
          players.isEmpty()
              ? "begin with a line: \"players: " + name + "\""
              : "those who play are " + String.join(", ", players));
    }
    return name;
  }

  private void add(Move move) {
    moves.add(move);
  }

  private void error(String message, String hint) {
    problems.error(new Mark(file.shown(), number, 1), message, hint);
  }
}

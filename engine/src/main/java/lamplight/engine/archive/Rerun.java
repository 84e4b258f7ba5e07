package lamplight.engine.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.State;
import lamplight.engine.play.Answer;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.play.Told;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.session.SeatSecrets;
import lamplight.engine.session.Session;
import lamplight.engine.store.Changes;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.JournalRecord.Said;
import lamplight.engine.store.Recovery;
import lamplight.engine.store.StateCodec;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.StateHash;
import lamplight.engine.wire.ServerMessage;

/**
 * Runs the rules again over what players said, and compares what becomes of the world and what
 * everybody reads with what the journal says. Where both differ, the program or the world has
 * changed since, or a step is no function of its arguments.
 *
 * <p>A session tells lines of its own too, which no rule says; they are of kind {@link
 * TextKind#SYSTEM} and may stand anywhere in the journal.
 */
public final class Rerun {
  /** Differences that are told; more are counted. */
  static final int TOLD = 20;

  /**
   * What came of it.
   *
   * @param records how many were compared
   * @param different how many came out otherwise
   * @param lines the first of them, for a person: a step, and what it came to then and now
   */
  public record Report(int records, int different, List<String> lines) {
    public Report {
      lines = List.copyOf(lines);
    }
  }

  /** A line that somebody read. */
  private record Read(PlayerId by, TextKind kind, String words) {
    Read(PlayerId by, TextKind kind, Line line) {
      this(by, kind, line.plain());
    }

    @Override
    public String toString() {
      return by + " reads: " + words;
    }
  }

  /**
   * What a step came to.
   *
   * @param world what became of it, as entries
   */
  private record Outcome(Set<String> world, List<Read> read, List<Read> refused) {}

  private final Game game;
  private final Recovery journal = new Recovery();
  private final Retold retold = new Retold();
  private final List<String> lines = new ArrayList<>();
  private State state;
  private int compared;
  private int different;

  private Rerun(Game game, JournalRecord first) throws Recovery.Damaged {
    this.game = game;
    journal.begin(first);
    var unused = retold.fresh(first);
    state = asWritten();
  }

  /**
   * Runs records again.
   *
   * @param records one after another; the first, which is taken as it is, puts everything
   * @throws Recovery.Damaged if they do not fit together
   */
  public static Report of(Game game, List<JournalRecord> records) throws Recovery.Damaged {
    Rerun rerun = new Rerun(game, records.get(0));
    for (JournalRecord record : records.subList(1, records.size())) {
      rerun.next(record);
    }
    return new Report(rerun.compared, rerun.different, rerun.lines);
  }

  private State asWritten() {
    return game.fitting(StateCodec.read(journal.entries()));
  }

  private void next(JournalRecord record) throws Recovery.Damaged {
    journal.add(record);
    compared++;
    Outcome then = outcome(record);
    Outcome now = run(record.inputs());
    if (!then.world().equals(now.world())
        || !isIn(now.read(), then.read())
        || !isIn(now.refused(), then.refused())) {
      different++;
      if (different <= TOLD) {
        tell(record, then, now);
      }
      state = asWritten(); // goes on from what did happen
    }
  }

  // ---- then ----

  private Outcome outcome(JournalRecord record) {
    Set<String> world = new HashSet<>();
    record.puts().stream()
        .filter(entry -> !Session.isAboutSeats(entry.kind()))
        .map(Entry::line)
        .forEach(world::add);
    record.gone().stream()
        .filter(key -> !Session.isAboutSeats(key.kind()))
        .forEach(key -> world.add("GONE:" + key));
    List<Read> read = new ArrayList<>();
    for (Said<ServerMessage.Text> said : retold.fresh(record)) {
      read.add(new Read(said.to(), said.message().kind(), said.message().line()));
    }
    List<Read> refused = new ArrayList<>();
    for (Said<ServerMessage> said : record.answered()) {
      if (said.message() instanceof ServerMessage.Refused no) {
        refused.add(new Read(said.to(), TextKind.SYSTEM, no.text()));
      }
    }
    return new Outcome(world, read, refused);
  }

  // ---- now ----

  /** A step that throws would have been refused, and nothing of it be in the journal. */
  private Outcome run(List<Input> inputs) {
    State before = state;
    List<Read> read = new ArrayList<>();
    List<Read> refused = new ArrayList<>();
    Set<PlayerId> seated = new HashSet<>(SeatSecrets.seated(journal.entries()));
    try {
      for (Input input : inputs) {
        Step step = game.step(state, input);
        state = step.state();
        step.told().stream()
            .filter(told -> seated.contains(told.to()))
            .forEach(told -> read(told, read));
        if (input instanceof Input.Command command && step.answer() instanceof Answer.Refused no) {
          refused.add(new Read(command.player(), TextKind.SYSTEM, no.text()));
        }
      }
      return new Outcome(became(before, state), read, refused);
    } catch (RuntimeException | StackOverflowError e) {
      return new Outcome(Set.of("this step fails: " + e), read, refused);
    }
  }

  private static void read(Told told, List<Read> out) {
    told.paragraph().forEach(line -> out.add(new Read(told.to(), told.kind(), line)));
    out.add(new Read(told.to(), told.kind(), Line.EMPTY));
  }

  private static Set<String> became(State before, State after) {
    Changes changes = new Changes(StateHash.EMPTY);
    StateCodec.compare(before, after, changes);
    Set<String> lines = new HashSet<>();
    changes.puts().forEach(entry -> lines.add(entry.line()));
    changes.gone().forEach(key -> lines.add("GONE:" + key));
    return lines;
  }

  // ---- both ----

  /** Whether each player read the same, but for what the session said by itself. */
  private static boolean isIn(List<Read> now, List<Read> then) {
    return Stream.concat(now.stream(), then.stream())
        .map(Read::by)
        .distinct()
        .allMatch(player -> isInOrder(of(player, now), of(player, then)));
  }

  private static List<Read> of(PlayerId player, List<Read> all) {
    return all.stream().filter(read -> read.by().equals(player)).toList();
  }

  private static boolean isInOrder(List<Read> now, List<Read> then) {
    int at = 0;
    for (Read line : then) {
      if (at < now.size() && now.get(at).equals(line)) {
        at++;
      } else if (line.kind() != TextKind.SYSTEM) {
        return false;
      }
    }
    return at == now.size();
  }

  private void tell(JournalRecord record, Outcome then, Outcome now) {
    lines.add("step " + record.sequence() + ", " + inputs(record.inputs()));
    only(then.world(), now.world()).map(line -> "  then " + line).forEach(lines::add);
    only(now.world(), then.world()).map(line -> "  now  " + line).forEach(lines::add);
    if (!isIn(now.read(), then.read()) || !isIn(now.refused(), then.refused())) {
      only(words(then), words(now)).map(line -> "  then " + line).forEach(lines::add);
      only(words(now), words(then)).map(line -> "  now  " + line).forEach(lines::add);
    }
  }

  private static Stream<String> only(Set<String> these, Set<String> those) {
    return these.stream().filter(line -> !those.contains(line)).sorted();
  }

  private static Set<String> words(Outcome outcome) {
    Set<String> words = new HashSet<>();
    Stream.concat(outcome.read().stream(), outcome.refused().stream())
        .filter(read -> !read.words().isEmpty())
        .forEach(read -> words.add(read.toString()));
    return words;
  }

  private static String inputs(List<Input> inputs) {
    List<String> words = new ArrayList<>();
    for (Input input : inputs) {
      words.add(
          input instanceof Input.Command command
              ? command.player() + "> " + command.text()
              : input.toString());
    }
    return words.isEmpty() ? "in which nobody said anything" : String.join("; ", words);
  }
}

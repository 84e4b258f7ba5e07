package lamplight.engine.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.model.State;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.session.Session;
import lamplight.engine.store.Changes;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;
import lamplight.engine.store.StateCodec;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.StateHash;

/**
 * Runs the rules again over what players said, and compares what becomes of the world with what the
 * journal says became of it. Where both differ, the program or the world has changed since, or a
 * step is no function of its arguments.
 */
public final class Rerun {
  /** Differences that are told; more are counted. */
  static final int TOLD = 20;

  /**
   * What came of it.
   *
   * @param records how many were compared
   * @param different how many came out otherwise
   * @param lines the first of them, for a person
   */
  public record Report(int records, int different, List<String> lines) {
    public Report {
      lines = List.copyOf(lines);
    }
  }

  private final Game game;
  private final Recovery journal = new Recovery();
  private final List<String> lines = new ArrayList<>();
  private int compared;
  private int different;

  private Rerun(Game game) {
    this.game = game;
  }

  /**
   * Runs records again.
   *
   * @param records one after another; the first, which is taken as it is, puts everything
   * @throws Recovery.Damaged if they do not fit together
   */
  public static Report of(Game game, List<JournalRecord> records) throws Recovery.Damaged {
    Rerun rerun = new Rerun(game);
    Optional<State> state = Optional.empty();
    for (JournalRecord record : records) {
      state = Optional.of(rerun.next(record, state));
    }
    return new Report(rerun.compared, rerun.different, rerun.lines);
  }

  private State next(JournalRecord record, Optional<State> before) throws Recovery.Damaged {
    if (before.isEmpty()) {
      journal.begin(record);
      return StateCodec.read(journal.entries());
    }
    journal.add(record);
    compared++;
    State after = run(before.get(), record.inputs());
    Set<String> ours = became(before.get(), after);
    Set<String> theirs = became(record);
    if (ours.equals(theirs)) {
      return after;
    }
    different++;
    if (different <= TOLD) {
      tell(record, ours, theirs);
    }
    return StateCodec.read(journal.entries()); // goes on from what did happen
  }

  private State run(State state, List<Input> inputs) {
    State now = state;
    for (Input input : inputs) {
      now = game.step(now, input).state();
    }
    return now;
  }

  private static Set<String> became(State before, State after) {
    Changes changes = new Changes(StateHash.EMPTY);
    StateCodec.compare(before, after, changes);
    Set<String> lines = new HashSet<>();
    changes.puts().forEach(entry -> lines.add(entry.line()));
    changes.gone().forEach(key -> lines.add("GONE:" + key));
    return lines;
  }

  /** What a record says of the world; the rest is about seats. */
  private static Set<String> became(JournalRecord record) {
    Set<String> lines = new HashSet<>();
    record.puts().stream()
        .filter(entry -> !Session.isAboutSeats(entry.kind()))
        .map(Entry::line)
        .forEach(lines::add);
    record.gone().stream()
        .filter(key -> !Session.isAboutSeats(key.kind()))
        .forEach(key -> lines.add("GONE:" + key));
    return lines;
  }

  private void tell(JournalRecord record, Set<String> ours, Set<String> theirs) {
    lines.add("record " + record.sequence() + ", " + record.inputs());
    Stream.concat(
            theirs.stream().filter(line -> !ours.contains(line)).map(line -> "  then " + line),
            ours.stream().filter(line -> !theirs.contains(line)).map(line -> "  now  " + line))
        .sorted()
        .forEach(lines::add);
  }
}

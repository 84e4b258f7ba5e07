package lamplight.engine.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.engine.play.Game;
import lamplight.engine.store.Chain;
import lamplight.engine.store.Entries;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;
import lamplight.engine.sync.Change;

/**
 * A session as a file: all that its journal still has of it, without what opens its seats, and what
 * each player could see at each step. It can be played on (import), looked at (replay) and run
 * again (a bug report).
 *
 * <p>{@link Envelope} is its outside. Inside are lines of UTF-8:
 *
 * <pre>
 *   about &lt;session&gt; &lt;world&gt; &lt;Unix milliseconds&gt; &lt;title&gt;
 *   record …                                    as {@link JournalRecord#write} has it; the first puts everything
 *   view &lt;player&gt; &lt;from&gt; &lt;to&gt; &lt;hash&gt; &lt;changes&gt;   what became of a player's view by the record before,
 *   …                                           and as many lines of a DELTA (see PROTOCOL.md)
 *   end &lt;records&gt;
 * </pre>
 *
 * <p>Of a session that is too long the newest part is exported. Nothing but the file and the places
 * where it might begin is in memory: the history is read to its end to see how long it is, and once
 * more from where the rest fits.
 */
public final class Export {
  /** Lines of all records and views; a file with more is refused. */
  static final int LINES = 1_000_000;

  /** Records from one place where an export might begin to the next. */
  private static final int STRIDE = 64;

  /** What a shortened export fills of the limits; the rest is for its first record. */
  private static final double FILLED = 0.85;

  private Export() {}

  /**
   * What is said of a session.
   *
   * @param at when it was exported, in Unix milliseconds
   */
  public record About(String session, String world, String title, long at) {
    String line() {
      return "about " + session + " " + world + " " + at + " " + title;
    }
  }

  /**
   * An export.
   *
   * @param first the number of its first record
   * @param whole whether it has all that the history has
   */
  public record File(ByteBuffer bytes, long first, boolean whole) {}

  /**
   * The export of a session.
   *
   * @param game its world, for what players could see; without it that is left out
   * @throws Recovery.Damaged if the records do not fit together
   * @throws ExportException if the history cannot be read, or its end alone is too long
   */
  public static File of(About about, History history, Optional<Game> game)
      throws Recovery.Damaged, ExportException {
    long first = 0;
    while (true) {
      Writing writing = new Writing(about, game, first);
      history.read(writing);
      writing.line("end " + writing.records);
      if (!writing.file.isFull()) {
        return new File(ByteBuffer.wrap(writing.file.close()), writing.begun, first == 0);
      }
      first = writing.laterStart();
    }
  }

  /** One reading of the history. */
  private static final class Writing implements Exported.Visitor {
    private final long first;
    private final Discretion discretion = new Discretion();
    private final Envelope.Writer file = new Envelope.Writer(LINES);
    private final List<Mark> marks = new ArrayList<>();
    private Optional<Views> views;
    private int records;
    private long begun;

    /** How much was written before a record. */
    private record Mark(long sequence, Envelope.Size before) {}

    Writing(About about, Optional<Game> game, long first) {
      this.first = first;
      this.views = game.map(Views::new);
      line(about.line());
    }

    @Override
    public void record(JournalRecord record, Chain after) throws Recovery.Damaged {
      JournalRecord told = discretion.next(record);
      if (told.sequence() < first) {
        return;
      } else if (records == 0) {
        begun = told.sequence();
        told = first == 0 ? told : everything(told, discretion.left());
      } else if (records % STRIDE == 0) {
        marks.add(new Mark(told.sequence(), file.size()));
      }
      file.write(told.write().getBytes(StandardCharsets.UTF_8), told.lines() + 1);
      records++;
      look(told);
    }

    private static JournalRecord everything(JournalRecord record, Entries entries) {
      return new JournalRecord(
          record.sequence(),
          record.at(),
          List.of(),
          List.copyOf(entries.all()),
          List.of(),
          record.told(),
          record.answered(),
          entries.hash());
    }

    /** A world that was edited beyond what its games can take shows nothing from there on. */
    private void look(JournalRecord record) {
      try {
        views.ifPresent(eyes -> eyes.after(record, discretion.left()).forEach(this::view));
      } catch (RuntimeException | StackOverflowError e) {
        views = Optional.empty();
      }
    }

    private void view(Views.Seen seen) {
      List<Change> changes = seen.delta().changes();
      line(
          "view "
              + seen.player()
              + " "
              + seen.delta().from()
              + " "
              + seen.delta().version()
              + " "
              + seen.delta().hash()
              + " "
              + changes.size());
      changes.forEach(change -> line(change.line()));
    }

    private void line(String line) {
      file.write((line + "\n").getBytes(StandardCharsets.UTF_8), 1);
    }

    /** The first place from which the rest fits. */
    long laterStart() throws ExportException {
      return marks.stream()
          .filter(mark -> file.wouldFit(mark.before(), FILLED))
          .findFirst()
          .map(Mark::sequence)
          .orElseThrow(() -> new ExportException("its newest steps alone are too long for a file"));
    }
  }
}

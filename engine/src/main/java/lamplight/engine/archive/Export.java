package lamplight.engine.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import lamplight.engine.play.Game;
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
 */
public final class Export {
  /** Lines of all records and views; a file with more is refused. */
  static final int LINES = 1_000_000;

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final Discretion discretion = new Discretion();
  private Optional<Views> views;
  private int records;

  private Export(Optional<Game> game) {
    this.views = game.map(Views::new);
  }

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
   * The export of a session.
   *
   * @param history its records, the first of which puts everything
   * @param game its world, for what players could see; without it that is left out
   * @throws Recovery.Damaged if the records do not fit together
   */
  public static byte[] of(About about, List<JournalRecord> history, Optional<Game> game)
      throws Recovery.Damaged {
    List<JournalRecord> kept = history;
    byte[] inside = new Export(game).written(about, kept);
    while (inside.length > Envelope.INFLATED_BYTES || lines(inside) > LINES) {
      kept = Records.from(kept, kept.size() / 2); // too long to travel whole
      inside = new Export(game).written(about, kept);
    }
    return Envelope.close(inside);
  }

  private static int lines(byte[] inside) {
    int lines = 0;
    for (byte b : inside) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }

  private byte[] written(About about, List<JournalRecord> history) throws Recovery.Damaged {
    line(about.line());
    for (JournalRecord record : history) {
      JournalRecord told = discretion.next(record);
      lines.writeBytes(told.write().getBytes(StandardCharsets.UTF_8));
      records++;
      look(told);
    }
    line("end " + records);
    return lines.toByteArray();
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
    lines.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}

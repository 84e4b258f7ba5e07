package lamplight.worlds.table;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A player at the table, who types commands and reads what comes of them. */
final class Seat {
  /**
   * The server listens to a hundred commands a second and seat, and to many more at once after a
   * pause.
   */
  private static final long COMMAND_NANOS = TimeUnit.MILLISECONDS.toNanos(11);

  private static final int AT_ONCE = 500;

  private final Line line;
  private final String enter;
  private int commands;
  private long heardBy = System.nanoTime();

  /**
   * @param enter what the key of that name sends
   */
  Seat(Line line, String enter) {
    this.line = line;
    this.enter = enter;
  }

  Line line() {
    return line;
  }

  /** Types a line, no faster than the server listens. */
  void type(String words) {
    heardBy = Math.max(heardBy, System.nanoTime()) + COMMAND_NANOS;
    for (long early = early(); early > 0; early = early()) {
      LockSupport.parkNanos(early);
    }
    line.type(words + enter);
  }

  private long early() {
    return heardBy - System.nanoTime() - AT_ONCE * COMMAND_NANOS;
  }

  /**
   * Types a command and waits until it was carried out: it is followed by a word that no world
   * knows, and once that is complained of, everything before it is done.
   */
  void play(String command) {
    commands++;
    String marker = "zzq" + commands;
    type(command);
    type(marker);
    // Where the player's own words are shown, they stand behind a prompt.
    Pattern complaint = Pattern.compile("(?<!> )\\b" + marker + "\\b");
    line.await("what came of \"" + command + "\"", text -> complaint.matcher(text).find());
  }
}

package lamplight.engine.archive;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import lamplight.engine.play.Input;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.JournalRecord.Said;
import lamplight.engine.wire.ServerMessage;

/** What was said and read in a session, for people: made of its journal alone, record by record. */
public final class Transcript {
  private static final String INDENT = "        ";

  /** As {@link When} reads it. */
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  private final ZoneId zone;
  private final Retold retold = new Retold();
  private String minute = "";

  /**
   * @param zone whose times people are told
   */
  public Transcript(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The lines of the next record: the minute if it is another one, the step with its number and
   * what was typed, and what each player read.
   */
  public List<String> next(JournalRecord record) {
    List<String> lines = step(record, retold.fresh(record));
    String now = MINUTE.format(Instant.ofEpochMilli(record.at()).atZone(zone));
    if (!now.equals(minute) && !lines.isEmpty()) {
      lines.add(0, "--- " + now);
      minute = now;
    }
    return lines;
  }

  private static List<String> step(JournalRecord record, List<Said<ServerMessage.Text>> told) {
    List<String> lines = new ArrayList<>();
    record.inputs().forEach(input -> typed(input, lines));
    told.forEach(said -> read(said, lines));
    record.answered().forEach(said -> refused(said, lines));
    if (!lines.isEmpty()) {
      String number = "#" + record.sequence() + " ".repeat(INDENT.length());
      String first = lines.get(0).stripLeading();
      lines.set(0, number.substring(0, INDENT.length() - 1) + " " + first);
    }
    return lines;
  }

  private static void typed(Input input, List<String> lines) {
    if (input instanceof Input.Command command) {
      lines.add(INDENT + command.player() + "> " + command.text());
    } else if (input instanceof Input.Debug debug) {
      lines.add(INDENT + debug.player() + "> " + debug.text());
    }
  }

  private static void read(Said<ServerMessage.Text> said, List<String> lines) {
    String words = said.message().line().plain();
    if (!words.isEmpty()) {
      lines.add(INDENT + "  " + said.to() + ": " + words);
    }
  }

  private static void refused(Said<ServerMessage> said, List<String> lines) {
    if (said.message() instanceof ServerMessage.Refused refused) {
      lines.add(INDENT + "  " + said.to() + ": " + refused.text());
    }
  }
}

package lamplight.engine.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import lamplight.engine.play.Input;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.JournalRecord.Said;
import lamplight.engine.wire.ServerMessage;

/** What was said and read in a session, for people: made of its journal alone. */
public final class Transcript {

  private Transcript() {}

  /** The lines of some records: what a player typed behind the name, what was read behind that. */
  public static List<String> of(List<JournalRecord> records) {
    List<String> lines = new ArrayList<>();
    String minute = "";
    for (JournalRecord record : records) {
      String now = Instant.ofEpochMilli(record.at()).truncatedTo(ChronoUnit.MINUTES).toString();
      if (!now.equals(minute) && !record.told().isEmpty()) {
        lines.add("--- " + now);
        minute = now;
      }
      record.inputs().forEach(input -> typed(input, lines));
      record.told().forEach(said -> read(said, lines));
      record.answered().forEach(said -> refused(said, lines));
    }
    return lines;
  }

  private static void typed(Input input, List<String> lines) {
    if (input instanceof Input.Command command) {
      lines.add(command.player() + "> " + command.text());
    }
  }

  private static void read(Said<ServerMessage.Text> said, List<String> lines) {
    String words = said.message().line().plain();
    if (!words.isEmpty()) {
      lines.add("    " + said.to() + ": " + words);
    }
  }

  private static void refused(Said<ServerMessage> said, List<String> lines) {
    if (said.message() instanceof ServerMessage.Refused refused) {
      lines.add("    " + said.to() + ": " + refused.text());
    }
  }
}

package lamplight.engine.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lamplight.engine.session.Session;
import lamplight.engine.store.Chain;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;

/** Parts of a session's history, which is one record that puts everything and those after it. */
public final class Records {

  private Records() {}

  /** The history as strangers may have it: without what opens its seats. */
  public static List<JournalRecord> discreet(List<JournalRecord> history) throws Recovery.Damaged {
    Discretion discretion = new Discretion();
    List<JournalRecord> told = new ArrayList<>();
    for (JournalRecord record : history) {
      told.add(discretion.next(record));
    }
    return told;
  }

  /** The history from the record at {@code first} on, which puts everything. */
  static List<JournalRecord> from(List<JournalRecord> history, int first) throws Recovery.Damaged {
    JournalRecord begin = history.get(first);
    Chain chain = chain(history.subList(0, first + 1));
    List<JournalRecord> part = new ArrayList<>();
    part.add(
        new JournalRecord(
            begin.sequence(),
            begin.at(),
            List.of(),
            List.copyOf(chain.entries().all()),
            List.of(),
            begin.told(),
            begin.answered(),
            chain.entries().hash()));
    part.addAll(history.subList(first + 1, history.size()));
    return part;
  }

  /**
   * The records put on one another.
   *
   * @throws Recovery.Damaged if they do not fit together
   */
  public static Chain chain(List<JournalRecord> records) throws Recovery.Damaged {
    Chain chain = new Chain();
    for (JournalRecord record : records) {
      chain.follow(record);
    }
    return chain;
  }

  /**
   * The history up to a moment.
   *
   * @throws ExportException if it does not reach to the moment; the message is for people
   */
  public static List<JournalRecord> until(List<JournalRecord> history, When when)
      throws Recovery.Damaged, ExportException {
    Chain chain = new Chain();
    String oldest = "";
    int kept = 0;
    for (JournalRecord record : history) {
      long before = Session.versionOf(chain.entries());
      if (kept > 0 && !when.reaches(record.sequence(), before, record.at())) {
        break; // what comes after the moment may be damaged
      }
      chain.follow(record);
      long version = Session.versionOf(chain.entries());
      oldest = oldest.isEmpty() ? words(record, version) : oldest;
      if (!when.reaches(record.sequence(), version, record.at())) {
        break;
      }
      kept++;
    }
    long version = Session.versionOf(chain.entries());
    if (kept == 0) {
      throw new ExportException("what is kept of it goes back to " + oldest + " only");
    } else if (when.isBeyond(chain.sequence(), version)) {
      throw new ExportException(
          "it has come to " + words(history.get(kept - 1), version) + " only");
    }
    return history.subList(0, kept);
  }

  private static String words(JournalRecord record, long version) {
    return "step "
        + record.sequence()
        + ", version v"
        + version
        + ", "
        + Instant.ofEpochMilli(record.at());
  }
}

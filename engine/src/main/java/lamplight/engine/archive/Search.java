package lamplight.engine.archive;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import lamplight.engine.session.Session;
import lamplight.engine.store.Chain;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;

/** Finds a moment in a session's history, record by record: what comes after it may be damaged. */
public final class Search {
  /** As {@link When} reads it. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final When when;
  private final ZoneId zone;
  private final Chain chain = new Chain();
  private String oldest = "";
  private String newest = "";
  private long found;

  /**
   * @param zone whose times people are told
   */
  public Search(When when, ZoneId zone) {
    this.when = when;
    this.zone = zone;
  }

  /**
   * Looks at the next record; false if the moment lies before it, so that none after it need be
   * looked at.
   */
  public boolean goOn(JournalRecord record) throws Recovery.Damaged {
    long before = Session.versionOf(chain.entries());
    if (found > 0 && !when.reaches(record.sequence(), before, record.at())) {
      return false;
    }
    chain.follow(record);
    long version = Session.versionOf(chain.entries());
    newest = words(record, version);
    oldest = oldest.isEmpty() ? newest : oldest;
    if (!when.reaches(record.sequence(), version, record.at())) {
      return false;
    }
    found = record.sequence();
    return true;
  }

  /**
   * The number of the last record that is not after the moment.
   *
   * @throws ExportException if the history does not reach to the moment; the message is for people
   */
  public long step() throws ExportException {
    if (found == 0) {
      throw new ExportException("what is kept of it goes back to " + oldest + " only");
    } else if (when.isBeyond(chain.sequence(), Session.versionOf(chain.entries()))) {
      throw new ExportException("it has come to " + newest + " only");
    }
    return found;
  }

  private String words(JournalRecord record, long version) {
    String time = TIME.format(Instant.ofEpochMilli(record.at()).atZone(zone));
    return "step " + record.sequence() + ", version v" + version + ", " + time;
  }
}

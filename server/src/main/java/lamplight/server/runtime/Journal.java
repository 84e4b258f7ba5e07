package lamplight.server.runtime;

import java.util.List;
import lamplight.engine.archive.ExportException;
import lamplight.engine.archive.Exported;
import lamplight.engine.archive.History;
import lamplight.engine.archive.Search;
import lamplight.engine.session.SessionId;
import lamplight.engine.store.Chain;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;
import lamplight.server.store.Store;
import lamplight.server.store.StoreException;

/**
 * A session's journal as the store has it, read a page at a time, so that other games' commits wait
 * no longer than for a page, and a long game is never in memory whole. The game may go on
 * meanwhile: what has come after the first reading is not told by the later ones.
 */
final class Journal implements History {
  /** Records of a page. */
  static final int PAGE = 500;

  private static final String PUT_AWAY =
      "its oldest steps were put away while they were read; try again";

  private final Store store;
  private final SessionId session;
  private long last = Long.MAX_VALUE;

  Journal(Store store, SessionId session) {
    this.store = store;
    this.session = session;
  }

  /** What is done with a record; false if no more are wanted. */
  private interface Step {
    boolean take(JournalRecord record) throws ExportException, Recovery.Damaged;
  }

  @Override
  public void read(Exported.Visitor visitor) throws ExportException, Recovery.Damaged {
    Chain chain = new Chain();
    each(
        record -> {
          chain.follow(record);
          visitor.record(record, chain);
          return true;
        });
    last = chain.sequence();
  }

  /**
   * Ends it at the moment that is looked for; what comes after that is not looked at.
   *
   * @throws ExportException if it does not reach to the moment; the message is for people
   */
  void endAt(Search search) throws ExportException, Recovery.Damaged {
    each(search::goOn);
    last = search.step();
  }

  private void each(Step step) throws ExportException, Recovery.Damaged {
    try {
      JournalRecord begin =
          store
              .beginning(session)
              .orElseThrow(() -> new ExportException("nothing of it can be read"));
      if (begin.sequence() > last) {
        throw new ExportException(PUT_AWAY);
      }
      boolean more = step.take(begin);
      long read = begin.sequence();
      while (more) {
        List<JournalRecord> page = store.records(session, read, PAGE);
        for (JournalRecord record : page) {
          more = more && record.sequence() <= last && follows(read, record) && step.take(record);
          read = record.sequence();
        }
        more &= !page.isEmpty();
      }
    } catch (StoreException e) {
      throw new ExportException("it cannot be read: " + e.getMessage());
    }
  }

  /** Whether nothing was compacted away between two pages; what is damaged is found by others. */
  private boolean follows(long read, JournalRecord next) throws ExportException, StoreException {
    if (next.sequence() != read + 1
        && store.beginning(session).filter(begin -> begin.sequence() > read).isPresent()) {
      throw new ExportException(PUT_AWAY);
    }
    return true;
  }
}

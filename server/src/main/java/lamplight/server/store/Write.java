package lamplight.server.store;

import java.util.Optional;
import lamplight.engine.session.Output;
import lamplight.engine.session.SessionId;
import lamplight.engine.store.JournalRecord;

/**
 * What one turn of a session gives to the store: all of it becomes durable, or nothing.
 *
 * @param record the next of its journal
 * @param summary how it is listed from now on
 * @param snapshot everything, as it is after the record
 * @param delete whether nothing of the session is kept
 */
public record Write(
    SessionId session,
    Optional<JournalRecord> record,
    Optional<Output.Summary> summary,
    Optional<JournalRecord> snapshot,
    boolean delete) {

  public static Write delete(SessionId session) {
    return new Write(session, Optional.empty(), Optional.empty(), Optional.empty(), true);
  }

  public boolean isEmpty() {
    return record.isEmpty() && summary.isEmpty() && snapshot.isEmpty() && !delete;
  }
}

package lamplight.server.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lamplight.engine.session.Output;
import lamplight.engine.session.SessionId;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;

/** What is durable. Every method waits for the disk. */
public interface Store extends AutoCloseable {

  /** Makes all of these durable, or none. */
  void write(List<Write> writes) throws StoreException;

  /**
   * The same for what nobody waits for: it outlives this process, and need not outlive the machine
   * before something is written after it, so that it costs no sync.
   */
  default void note(List<Write> writes) throws StoreException {
    write(writes);
  }

  /** What is listed of the sessions that there are. */
  List<Output.Summary> list() throws StoreException;

  /**
   * A session as its journal has it.
   *
   * @param report is told of a last record that is not as it was written; it is dropped
   * @throws Recovery.Damaged if the session cannot be had back
   */
  Recovery load(SessionId session, Consumer<String> report) throws StoreException, Recovery.Damaged;

  /**
   * Records of a session, oldest first, those that cannot be read left out.
   *
   * @param after the number before the first of them
   * @param most of them; none only if there are none
   */
  List<JournalRecord> records(SessionId session, long after, int most) throws StoreException;

  /** The oldest record of a session that puts everything, which may be a snapshot. */
  Optional<JournalRecord> beginning(SessionId session) throws StoreException;

  /** The newest record of a session, if it can be read. */
  Optional<JournalRecord> newest(SessionId session) throws StoreException;

  /** Writes something, and takes it away again. */
  void probe() throws StoreException;

  @Override
  void close();
}

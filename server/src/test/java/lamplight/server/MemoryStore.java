package lamplight.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import lamplight.engine.session.Output;
import lamplight.engine.session.SessionId;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;
import lamplight.server.store.Store;
import lamplight.server.store.StoreException;
import lamplight.server.store.Write;

/** A store that forgets when the test is over, and fails when the test says so. */
public final class MemoryStore implements Store {
  private final Map<SessionId, TreeMap<Long, String>> records = new LinkedHashMap<>();
  private final Map<SessionId, Output.Summary> summaries = new LinkedHashMap<>();
  private boolean full;
  private int commits;

  /** Whether nothing more can be written. */
  public synchronized void full(boolean now) {
    full = now;
  }

  /** How often something became durable. */
  public synchronized int commits() {
    return commits;
  }

  private void check() throws StoreException {
    if (full) {
      throw new StoreException("the disk is full");
    }
  }

  @Override
  public synchronized void write(List<Write> writes) throws StoreException {
    check();
    commits++;
    for (Write write : writes) {
      write
          .record()
          .ifPresent(
              record ->
                  records
                      .computeIfAbsent(write.session(), id -> new TreeMap<>())
                      .put(record.sequence(), record.write()));
      write
          .snapshot()
          .ifPresent(
              everything ->
                  records
                      .computeIfAbsent(write.session(), id -> new TreeMap<>())
                      .putIfAbsent(everything.sequence(), everything.write()));
      write.summary().ifPresent(summary -> summaries.put(write.session(), summary));
      if (write.delete()) {
        records.remove(write.session());
        summaries.remove(write.session());
      }
    }
  }

  @Override
  public synchronized List<Output.Summary> list() {
    return List.copyOf(summaries.values());
  }

  @Override
  public synchronized Recovery load(SessionId session, Consumer<String> report)
      throws Recovery.Damaged {
    Recovery recovery = new Recovery();
    for (JournalRecord record : records(session, 0, Integer.MAX_VALUE)) {
      if (recovery.sequence() == 0) {
        recovery.begin(record);
      } else {
        recovery.add(record);
      }
    }
    return recovery;
  }

  @Override
  public synchronized List<JournalRecord> records(SessionId session, long after, int most) {
    return kept(session).tailMap(after, false).values().stream()
        .limit(most)
        .map(JournalRecord::read)
        .toList();
  }

  private NavigableMap<Long, String> kept(SessionId session) {
    return Optional.ofNullable(records.get(session)).orElseGet(TreeMap::new);
  }

  @Override
  public synchronized Optional<JournalRecord> beginning(SessionId session) {
    return Optional.ofNullable(kept(session).firstEntry())
        .map(first -> JournalRecord.read(first.getValue()));
  }

  @Override
  public synchronized Optional<JournalRecord> newest(SessionId session) {
    return Optional.ofNullable(kept(session).lastEntry())
        .map(last -> JournalRecord.read(last.getValue()));
  }

  @Override
  public synchronized void probe() throws StoreException {
    check();
  }

  @Override
  public void close() {}
}

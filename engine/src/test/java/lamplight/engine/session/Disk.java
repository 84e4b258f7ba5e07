package lamplight.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;

/** A session's journal on a simulated disk, and what waits until its records are written. */
final class Disk {
  private final List<String> durable = new ArrayList<>();
  private final List<JournalRecord> pending = new ArrayList<>();
  private final Outbox<List<Output>> outbox = new Outbox<>();
  private Optional<String> snapshot = Optional.empty();

  /** The end of a record that was being written when the server died. */
  private Optional<String> torn = Optional.empty();

  /** What a turn of the session came to; what may leave now. */
  List<List<Output>> put(List<Output> outputs) {
    Optional<Output.Commit> commit =
        outputs.stream()
            .filter(Output.Commit.class::isInstance)
            .map(Output.Commit.class::cast)
            .findFirst();
    commit.ifPresent(one -> pending.add(one.record()));
    return outbox.put(commit, outputs);
  }

  boolean isIdle() {
    return pending.isEmpty();
  }

  /** How many records outlive the server. */
  int records() {
    return durable.size();
  }

  /** Writes the oldest records; what may leave now. */
  List<List<Output>> write(int records) {
    for (int n = 0; n < records && !pending.isEmpty(); n++) {
      durable.add(pending.remove(0).write());
    }
    return outbox.durable(durable.size());
  }

  /** Writes everything as it is now, unless there is something newer than the last record. */
  void snapshot(Session session, long now) {
    if (isIdle()) {
      snapshot = session.snapshot(now).map(JournalRecord::write).or(() -> snapshot);
    }
  }

  /**
   * The disk as the next server finds it: without what was not written yet.
   *
   * @param tornAt how much of the record that was being written is there: 0 for nothing, 1 for all
   *     but its end
   */
  Disk afterCrash(double tornAt) {
    Disk disk = new Disk();
    disk.durable.addAll(durable);
    disk.snapshot = snapshot;
    disk.outbox.durable(durable.size());
    disk.torn =
        pending.stream()
            .findFirst()
            .map(JournalRecord::write)
            .map(text -> text.substring(0, (int) (tornAt * (text.length() - 1))));
    return disk;
  }

  /** From the newest snapshot, and the records after it. */
  Recovery recovery() {
    Recovery recovery = new Recovery();
    try {
      if (snapshot.isPresent()) {
        recovery.begin(JournalRecord.read(snapshot.get()));
      }
      for (String record : durable.subList((int) recovery.sequence(), durable.size())) {
        recovery.add(JournalRecord.read(record));
      }
      if (torn.isPresent()) {
        recovery.add(JournalRecord.read(torn.get()));
        throw new AssertionError("a torn record was read: " + torn.get());
      }
    } catch (Recovery.Damaged e) {
      throw new AssertionError(e);
    } catch (IllegalArgumentException e) {
      if (torn.isEmpty()) {
        throw new AssertionError(e);
      } // the journal ends before what was being written
    }
    return recovery;
  }

  /** The records that outlive the server. */
  List<JournalRecord> journal() {
    return durable.stream().map(JournalRecord::read).toList();
  }
}

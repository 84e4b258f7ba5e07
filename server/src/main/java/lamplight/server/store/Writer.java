package lamplight.server.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import lamplight.engine.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes to the store: it takes all that has come in while it wrote the last
 * time, and makes it durable in one commit.
 *
 * <pre>
 *   a session's turn --put--> waiting --(one transaction)--> store
 *          ^                                                   |
 *          +------------- Desk.durable, Desk.failed <----------+
 * </pre>
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A session's writes are made in their order. After one that failed nothing more of its
 *       {@link Desk} is written: the session begins again from what is durable.
 *   <li>What nobody waits for is written with the next that somebody waits for, or within {@value
 *       #PATIENCE_MILLIS} milliseconds, and then without a sync.
 *   <li>If a commit fails, each session's writes are tried by themselves, so that one session's
 *       fault does not stop others.
 * </ul>
 */
public final class Writer implements AutoCloseable {
  /** How long writes may lie that nobody waits for. */
  static final long PATIENCE_MILLIS = 500;

  /** Writes that are made in one commit, and that may lie. */
  static final int BATCH = 1_024;

  /** Writes that may wait; with more the store counts as failing. */
  static final int WAITING = 50_000;

  /** How often a store that failed is tried. */
  private static final long PROBE_MILLIS = 1_000;

  /** Where a session that is in memory hears what became of its writes. */
  public abstract static class Desk {
    private volatile boolean closed;

    /** All up to and with the record of this number is durable; in the writer's thread. */
    protected abstract void durable(long sequence);

    /** This write failed, and none after it will be made; in the writer's thread. */
    protected abstract void failed(StoreException why);
  }

  /**
   * @param hurry whether somebody waits for it
   */
  private record Waiting(Desk desk, Write write, boolean hurry) {}

  private final Store store;
  private final BiConsumer<String, Throwable> reports;
  private final Consumer<String> log;
  private final Thread thread = new Thread(this::run, "journal");
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private List<Waiting> waiting = new ArrayList<>();
  private boolean urgent;
  private boolean closing;
  private volatile boolean failing;
  private final AtomicLong commits = new AtomicLong();
  private final AtomicLong records = new AtomicLong();

  /**
   * @param reports hears of a store that fails
   * @param log is told that it works again
   */
  public Writer(Store store, BiConsumer<String, Throwable> reports, Consumer<String> log) {
    this.store = store;
    this.reports = reports;
    this.log = log;
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether the store has failed and not worked since: nothing should be changed now. */
  public boolean isFailing() {
    return failing;
  }

  /** Transactions that were made. */
  public long commits() {
    return commits.get();
  }

  /** Records that are durable because of them. */
  public long records() {
    return records.get();
  }

  /**
   * Hands something in.
   *
   * @param hurry whether somebody waits for it
   */
  public void put(Desk desk, Write write, boolean hurry) {
    lock.lock();
    try {
      waiting.add(new Waiting(desk, write, hurry));
      failing |= waiting.size() > WAITING;
      if ((hurry && !urgent) || waiting.size() == BATCH) {
        urgent = true;
        work.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Writes all that has been handed in, and ends. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      work.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    for (@Nullable List<Waiting> batch = take(); batch != null; batch = take()) {
      if (!batch.isEmpty()) {
        write(batch);
      } else if (failing) {
        probe();
      }
    }
  }

  /** What is to be written now, perhaps nothing; null at the end. */
  private @Nullable List<Waiting> take() {
    lock.lock();
    try {
      long nanos = TimeUnit.MILLISECONDS.toNanos(failing ? PROBE_MILLIS : PATIENCE_MILLIS);
      while (!urgent && !closing && nanos > 0) {
        nanos = work.awaitNanos(nanos);
      }
      List<Waiting> taken = waiting;
      waiting = new ArrayList<>();
      urgent = false;
      return closing && taken.isEmpty() ? null : taken;
    } catch (InterruptedException e) {
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void write(List<Waiting> all) {
    List<Waiting> open = all.stream().filter(one -> !one.desk().closed).toList();
    for (int from = 0; from < open.size(); from += BATCH) {
      List<Waiting> batch = open.subList(from, Math.min(open.size(), from + BATCH));
      try {
        commit(batch);
      } catch (StoreException e) {
        oneByOne(batch);
      }
    }
  }

  private void commit(List<Waiting> batch) throws StoreException {
    List<Write> writes = batch.stream().map(Waiting::write).toList();
    try {
      if (batch.stream().anyMatch(Waiting::hurry)) {
        store.write(writes);
      } else {
        store.note(writes);
      }
    } catch (RuntimeException e) { // whatever it is, this thread goes on for the others
      throw new StoreException("that could not be written: " + e, false, e);
    }
    recovered();
    commits.incrementAndGet();
    records.addAndGet(batch.stream().filter(one -> one.write().record().isPresent()).count());
    Map<Desk, Long> newest = new LinkedHashMap<>();
    for (Waiting one : batch) {
      one.write().record().ifPresent(record -> newest.put(one.desk(), record.sequence()));
    }
    newest.forEach(Desk::durable);
  }

  private void oneByOne(List<Waiting> batch) {
    Map<SessionId, List<Waiting>> sessions = new LinkedHashMap<>();
    for (Waiting one : batch) {
      sessions.computeIfAbsent(one.write().session(), id -> new ArrayList<>()).add(one);
    }
    sessions.forEach(this::writeOne);
  }

  private void writeOne(SessionId session, List<Waiting> writes) {
    List<Waiting> open = writes.stream().filter(one -> !one.desk().closed).toList();
    if (open.isEmpty()) {
      return;
    }
    try {
      commit(open);
    } catch (StoreException e) {
      if (e.isConflict()) {
        reports.accept(session + " stops here, because another server writes its journal", e);
      } else if (!failing) {
        failing = true;
        reports.accept("nothing can be saved, so commands that change anything are refused", e);
      }
      Desk desk = open.get(0).desk();
      desk.closed = true;
      desk.failed(e);
    }
  }

  /** Tries the store, so that {@link #isFailing} says how it is now. */
  public void probe() {
    try {
      store.probe();
      recovered();
    } catch (StoreException e) {
      failing = true;
    }
  }

  private void recovered() {
    if (failing) {
      failing = false;
      log.accept("games are saved again");
    }
  }
}

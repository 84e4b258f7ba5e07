package lamplight.server.runtime;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import lamplight.engine.session.Output;

/** The threads on which sessions and the lobby run, and the timer that wakes them. */
public final class Workers implements AutoCloseable {
  /** Those that compute for long share these, and those that have much to do. */
  private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

  /**
   * An event loop that has so much to do in between is none the later for it; most take a tenth.
   */
  private static final long BRIEF_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /** How long the thread for what may take long stays without any. */
  private static final long ASIDE_IDLE_SECONDS = 10;

  /** What comes after the end is let fall: nobody is there any more who could notice. */
  private static final RejectedExecutionHandler AFTER_THE_END =
      new ThreadPoolExecutor.DiscardPolicy();

  private final ExecutorService threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(), // holds at most one task an owner
          daemons("worker"),
          AFTER_THE_END);

  /**
   * Where players come in and games are loaded, one after another: many who log in at once take no
   * more than one of the machine's cores from those who play.
   */
  private final ThreadPoolExecutor aside = single("aside"); // holds at most one task an owner

  private final ThreadPoolExecutor hashers = single("hashing");
  private final Hashing hashing = new Hashing(hashers);

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, daemons("timer"), AFTER_THE_END);
  private final Clock clock;
  private final BiConsumer<String, Throwable> reports;

  /**
   * @param reports hears of what failed inside the program, in words and with the cause
   */
  public Workers(Clock clock, BiConsumer<String, Throwable> reports) {
    this.clock = clock;
    this.reports = reports;
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Where passwords are hashed. */
  Hashing hashing() {
    return hashing;
  }

  <K extends Keeper> Owner<K> owner(K keeper, Consumer<List<Output>> outputs) {
    return new Owner<>(keeper, serial(), timer, clock, outputs);
  }

  /** Does something again and again, each time so long after the last time was done. */
  void repeat(long millis, Runnable work) {
    repeat(millis, work, serial());
  }

  private SerialExecutor serial() {
    return new SerialExecutor(threads, aside, BRIEF_NANOS, e -> report("a turn failed", e));
  }

  private void repeat(long millis, Runnable work, SerialExecutor executor) {
    Runnable once =
        () -> {
          try {
            work.run();
          } finally {
            repeat(millis, work, executor);
          }
        };
    var unused = timer.schedule(() -> executor.execute(once), millis, TimeUnit.MILLISECONDS);
  }

  Clock clock() {
    return clock;
  }

  void report(String what, Throwable cause) {
    reports.accept(what, cause);
  }

  /** Starts nothing new; what runs may end by itself. */
  @Override
  public void close() {
    timer.shutdownNow();
    threads.shutdown();
    aside.shutdown();
    hashers.shutdown();
  }

  /** A thread that is there while it has something to do. */
  private static ThreadPoolExecutor single(String name) {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(
            1,
            1,
            ASIDE_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons(name),
            AFTER_THE_END);
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }

  private static ThreadFactory daemons(String name) {
    AtomicInteger last = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + last.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}

package lamplight.server.runtime;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks one after another on threads that it shares with others, in the order in which they
 * came.
 *
 * <p>A task neither waits for anything nor computes for long, so whoever brings one runs it itself
 * if it can: no other thread has to be woken. The shared threads go on with what is behind the
 * first few, or behind a task that did take long, until one is brief again. What may take long or
 * wait, such as somebody's coming in, is done aside: on other threads, and when nothing else waits,
 * so that those who play do not wait for all who come.
 *
 * <p>Invariants: whoever counts {@link #waiting} up from 0 has a turn run, and each turn sees to
 * the next until it has counted down to 0; so there is one turn at a time, and what one task wrote
 * the next one reads. A task is in its queue before it is counted, and may be run in between: so
 * something is in a queue while any counts, but not always what whoever counted has brought.
 */
final class SerialExecutor implements Executor {
  /** Tasks that are run before others get the thread, or what may take long gets its turn. */
  private static final int TURN = 8;

  private final Executor threads;
  private final Executor aside;
  private final Consumer<Throwable> failed;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Queue<LongTask> longTasks = new ConcurrentLinkedQueue<>();

  /** What may take long, and where it is to be done. */
  private record LongTask(Runnable task, Executor threads) {}

  /** How many tasks that were counted are in the queues or being run. */
  private final AtomicInteger waiting = new AtomicInteger();

  private final long briefNanos;
  private final Runnable turn = this::turn;
  private final Runnable lentTurn = this::lentTurn;

  /** The thread that brought the last task that said where it came from. */
  private volatile Executor home;

  /** Whether the last task took no longer than that. */
  private volatile boolean brief = true;

  /**
   * @param threads for what nobody's own thread runs
   * @param aside threads for what may take long; they hold at most one task of this executor
   * @param briefNanos the time of a task that holds up nothing else of the thread that brings it
   * @param failed hears of a task that threw; the next one runs all the same
   */
  SerialExecutor(Executor threads, Executor aside, long briefNanos, Consumer<Throwable> failed) {
    this.threads = threads;
    this.home = threads;
    this.aside = aside;
    this.briefNanos = briefNanos;
    this.failed = failed;
  }

  /** Runs a task where the one before it came from, or on the shared threads. */
  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() == 0) {
      start();
    }
  }

  /**
   * Runs a task on {@code here} if nothing else is to be run before.
   *
   * @param here the thread that brings it, which runs it when it has nothing else at hand
   */
  void execute(Runnable task, Executor here) {
    home = here;
    execute(task);
  }

  /** Runs what may take long, in its order with others of that kind. */
  void executeAside(Runnable task) {
    executeAside(task, aside);
  }

  /**
   * The same on threads of its own.
   *
   * @param there they hold at most one task of this executor
   */
  void executeAside(Runnable task, Executor there) {
    longTasks.add(new LongTask(task, there));
    if (waiting.getAndIncrement() == 0) {
      goOn();
    }
  }

  private void start() {
    if (!brief) {
      threads.execute(turn);
      return;
    }
    try {
      home.execute(lentTurn);
    } catch (RejectedExecutionException e) { // that thread has ended
      threads.execute(turn);
    }
  }

  /** On the thread of whoever brought the tasks: a long one is the last that it runs. */
  private void lentTurn() {
    for (int done = 0; done < TURN && !tasks.isEmpty(); done++) {
      if (!runNext()) {
        return;
      }
      if (!brief) {
        threads.execute(turn);
        return;
      }
    }
    goOn();
  }

  private void turn() {
    for (int done = 0; done < TURN && !tasks.isEmpty(); done++) {
      if (!runNext()) {
        return;
      }
    }
    goOn();
  }

  private void longTurn() {
    if (run(longTasks.remove().task())) {
      threads.execute(turn);
    }
  }

  /** Has the next turn run, behind the first few tasks or where none but long ones wait. */
  private void goOn() {
    LongTask longTask = longTasks.peek();
    if (longTask == null) {
      threads.execute(turn);
    } else {
      longTask.threads().execute(this::longTurn);
    }
  }

  private boolean runNext() {
    long since = System.nanoTime();
    boolean more = run(tasks.remove());
    brief = System.nanoTime() - since < briefNanos;
    return more;
  }

  /** Runs a task; false if that was the last. */
  private boolean run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) { // an endless recursion ends no session
      failed.accept(e);
    }
    return waiting.decrementAndGet() > 0;
  }
}

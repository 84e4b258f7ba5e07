package lamplight.server.runtime;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks one after another on threads that it shares with others, in the order in which they
 * came. What may take long, such as somebody's coming in, is done aside: on other threads, and when
 * nothing else waits, so that those who play do not wait for all who come.
 */
final class SerialExecutor implements Executor {
  /** Tasks that are run before others get the thread, or what may take long gets its turn. */
  private static final int TURN = 8;

  private final Executor threads;
  private final Executor aside;
  private final Consumer<RuntimeException> failed;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> longTasks = new ConcurrentLinkedQueue<>();

  /** How many tasks are in the queues or being run; whoever makes it 1 asks for a thread. */
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param aside threads for what may take long; they hold at most one task of this executor
   * @param failed hears of a task that threw; the next one runs all the same
   */
  SerialExecutor(Executor threads, Executor aside, Consumer<RuntimeException> failed) {
    this.threads = threads;
    this.aside = aside;
    this.failed = failed;
  }

  @Override
  public void execute(Runnable task) {
    add(tasks, task);
  }

  /** Runs what may take long, in its order with others of that kind. */
  void executeAside(Runnable task) {
    add(longTasks, task);
  }

  private void add(Queue<Runnable> queue, Runnable task) {
    queue.add(task);
    if (waiting.getAndIncrement() == 0) {
      threads.execute(this::turn);
    }
  }

  private void turn() {
    for (int done = 0; done < TURN && !tasks.isEmpty(); done++) {
      if (!runNext(tasks)) {
        return;
      }
    }
    if (longTasks.isEmpty()) {
      threads.execute(this::turn);
    } else {
      aside.execute(this::longTurn);
    }
  }

  private void longTurn() {
    if (runNext(longTasks)) {
      threads.execute(this::turn);
    }
  }

  /** Runs a task; false if that was the last. */
  private boolean runNext(Queue<Runnable> queue) {
    Runnable task = queue.poll();
    if (task == null) {
      throw new IllegalStateException("a task was counted that is not there");
    }
    try {
      task.run();
    } catch (RuntimeException e) {
      failed.accept(e);
    }
    return waiting.decrementAndGet() > 0;
  }
}

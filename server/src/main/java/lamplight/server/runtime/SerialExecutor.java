package lamplight.server.runtime;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks one after another in the order in which they came, on threads that it shares with
 * others.
 */
final class SerialExecutor implements Executor {
  /** Tasks that are run before others get the thread. */
  private static final int TURN = 64;

  private final Executor threads;
  private final Consumer<RuntimeException> failed;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  /** How many tasks are in the queue or being run; whoever makes it 1 asks for a thread. */
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param failed hears of a task that threw; the next one runs all the same
   */
  SerialExecutor(Executor threads, Consumer<RuntimeException> failed) {
    this.threads = threads;
    this.failed = failed;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() == 0) {
      threads.execute(this::turn);
    }
  }

  private void turn() {
    for (int done = 0; done < TURN; done++) {
      runNext();
      if (waiting.decrementAndGet() == 0) {
        return;
      }
    }
    threads.execute(this::turn);
  }

  private void runNext() {
    Runnable task = tasks.poll();
    if (task == null) {
      throw new IllegalStateException("a task was counted that is not there");
    }
    try {
      task.run();
    } catch (RuntimeException e) {
      failed.accept(e);
    }
  }
}

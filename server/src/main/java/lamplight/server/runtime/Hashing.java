package lamplight.server.runtime;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Where passwords are hashed, which takes a quarter of a second each: neither in turns of games
 * that somebody plays, nor where players come in that have none. Only so many may wait in its line.
 */
final class Hashing implements Executor {
  /** Passwords that wait or are hashed just now. */
  static final int MOST = 100;

  private final Executor threads;
  private final Semaphore places = new Semaphore(MOST);

  /**
   * @param threads where it is done; they hold no more tasks than there are places
   */
  Hashing(Executor threads) {
    this.threads = threads;
  }

  /** A task that hashes, with its place in the line; empty if there is none. */
  Optional<Runnable> inLine(Runnable task) {
    return places.tryAcquire() ? Optional.of(() -> runAndLeave(task)) : Optional.empty();
  }

  private void runAndLeave(Runnable task) {
    try {
      task.run();
    } finally {
      places.release();
    }
  }

  /** Runs a task that has its place, when all before it are done. */
  @Override
  public void execute(Runnable task) {
    threads.execute(task);
  }
}

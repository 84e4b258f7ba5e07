package lamplight.server.runtime;

import java.util.concurrent.TimeUnit;

/** Where the time comes from, so that tests bring their own. */
public interface Clock {
  /** Unix milliseconds; never less than what was said before. */
  long millis();

  /**
   * How long this machine has to wait for a moment, in nanoseconds; 0 if it has come. A clock that
   * goes faster than the machine's says less than one that does not.
   *
   * @param moment in Unix milliseconds
   */
  default long nanosUntil(long moment) {
    return TimeUnit.MILLISECONDS.toNanos(Math.max(0, moment - millis()));
  }

  /**
   * The machine's time, made steady: it goes on from its first reading even if the machine's clock
   * is set back.
   */
  static Clock system() {
    long startMillis = System.currentTimeMillis();
    long startNanos = System.nanoTime();
    return () -> startMillis + (System.nanoTime() - startNanos) / 1_000_000;
  }
}

package lamplight.server.runtime;

/** Where the time comes from, so that tests bring their own. */
public interface Clock {
  /** Unix milliseconds; never less than what was said before. */
  long millis();

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

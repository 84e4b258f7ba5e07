package lamplight.server.bench;

import java.util.concurrent.TimeUnit;
import lamplight.server.runtime.Clock;

/**
 * A clock that goes several times as fast as the machine's, so that players who say many commands
 * in a second are not too fast, and a server that waits waits as much less.
 */
final class HurriedClock implements Clock {
  private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final long startMillis = System.currentTimeMillis();
  private final long startNanos = System.nanoTime();
  private final int hurry;

  /**
   * @param hurry how many of its seconds go by in one
   */
  HurriedClock(int hurry) {
    this.hurry = hurry;
  }

  @Override
  public long millis() {
    return startMillis + (System.nanoTime() - startNanos) * hurry / NANOS;
  }

  @Override
  public long nanosUntil(long moment) {
    return Clock.super.nanosUntil(moment) / hurry;
  }
}

package lamplight.engine.sync;

/**
 * When a client may be sent its next block: a few at once after a quiet spell, then one an
 * interval. Those that come one an interval come at moments that are the same for all clients, so
 * that clients who share a scope are sent the same changes, which then are encoded once.
 */
final class Pace {

  private final long interval;
  private final long slack;
  private long full = Long.MIN_VALUE;
  private long last = Long.MIN_VALUE;

  Pace(long intervalMillis, int burst) {
    this.interval = intervalMillis;
    this.slack = (burst - 1) * intervalMillis;
  }

  /** Takes the moment, if it is one. */
  boolean take(long now) {
    if (now < nextAt()) {
      return false;
    }
    full = Math.max(now, full) + interval;
    last = now;
    return true;
  }

  /** When the next block may be sent, at most an interval after the last; may be long ago. */
  long nextAt() {
    if (full == Long.MIN_VALUE) {
      return full;
    }
    long at = full - slack;
    if (at <= last) {
      return at;
    }
    long shared = Math.floorDiv(at, interval) * interval;
    return shared > last ? shared : shared + interval;
  }
}

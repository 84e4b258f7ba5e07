package lamplight.engine.sync;

/** Lets one thing through an interval, and a few at once after a quiet spell. */
public final class TokenBucket {

  private final long interval;
  private final long slack;

  /** When the bucket would be full again. */
  private long full = Long.MIN_VALUE;

  /**
   * @param intervalMillis time that one token takes
   * @param burst tokens of a full bucket, at least 1
   */
  public TokenBucket(long intervalMillis, int burst) {
    this.interval = intervalMillis;
    this.slack = (burst - 1) * intervalMillis;
  }

  /** Takes a token if there is one. */
  public boolean take(long now) {
    if (now < nextAt()) {
      return false;
    }
    full = Math.max(now, full) + interval;
    return true;
  }

  /** When there is a token; may be long ago. */
  public long nextAt() {
    return full == Long.MIN_VALUE ? full : full - slack;
  }
}

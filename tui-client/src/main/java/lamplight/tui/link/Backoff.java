package lamplight.tui.link;

import java.util.random.RandomGenerator;

/**
 * How long to wait before a lost line is tried again: twice as long after each failure, up to a
 * limit, and at random between half of that and all of it, so that the clients of a server that
 * comes back do not come all at once.
 *
 * @param failures attempts that failed since the line last held, 0 or more
 */
record Backoff(int failures) {
  /** Nothing has failed. */
  static final Backoff NONE = new Backoff(0);

  /** The longest first wait, in milliseconds. */
  static final long FIRST = 500;

  /** Short enough to be at the table again within seconds of a server that was away for long. */
  static final long LONGEST = 5_000;

  /** Doubling the wait this often is past the longest. */
  private static final int MOST_DOUBLINGS = 10;

  Backoff failed() {
    return new Backoff(failures + 1);
  }

  /** Milliseconds before the next attempt. */
  long wait(RandomGenerator random) {
    long most = Math.min(LONGEST, FIRST << Math.min(failures, MOST_DOUBLINGS));
    return most / 2 + random.nextLong(most / 2 + 1);
  }
}

package lamplight.tui.link;

/**
 * How the line to the server is.
 *
 * @param delay milliseconds there and back, -1 until measured
 * @param retryAt when the next attempt begins, in the clock's milliseconds, while {@code WAITING}
 * @param attempt failed attempts since the line was last up
 * @param unanswered commands that were typed and have no answer yet
 */
public record Standing(State state, int delay, long retryAt, int attempt, int unanswered) {
  public enum State {
    CONNECTING,
    ONLINE,
    WAITING
  }
}

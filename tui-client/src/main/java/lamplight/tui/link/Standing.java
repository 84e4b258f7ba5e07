package lamplight.tui.link;

/**
 * How the line to the server is.
 *
 * @param delay milliseconds there and back, -1 until measured
 * @param retryAt when the next attempt begins, in the clock's milliseconds, while {@code WAITING}
 * @param attempt failed attempts since the line was last up
 * @param unanswered commands that were typed and have no answer yet
 * @param form of what is spoken
 */
public record Standing(
    State state, int delay, long retryAt, int attempt, int unanswered, Form form) {
  /** Before there is a line, as far as anybody knows. */
  public static final Standing NONE = new Standing(State.CONNECTING, -1, 0, 0, 0, Form.TEXT);

  /** What is spoken on the line. */
  public enum Form {
    /** Lines that a person can read. */
    TEXT,
    /** Binary frames. */
    COMPACT,
    TELNET
  }

  public enum State {
    CONNECTING,
    ONLINE,
    WAITING
  }
}

package lamplight.engine.wire;

/** The named limits of the protocol's lines; each says what happens at it. */
public final class Limits {

  private Limits() {}

  /** A client's line, without its line end; a longer one is refused and discarded unread. */
  public static final int CLIENT_LINE_BYTES = 4096;

  /** A server's line; a longer one is discarded by the client. */
  public static final int SERVER_LINE_BYTES = 1 << 20;

  /** Lines of one snapshot or delta; a client discards a longer one and asks again. */
  public static final int BLOCK_LINES = 1 << 16;

  /** The data of a LIVE message; more is refused with {@code too_large}. */
  public static final int LIVE_BYTES = 1024;

  /** The value of a SET; more is refused with {@code too_large}. */
  public static final int SETTING_BYTES = 128;

  /** The largest number of a message, of 18 digits; a larger one is malformed. */
  public static final long NUMBER = 999_999_999_999_999_999L;

  /** A binary frame; a client discards a longer one unread. */
  public static final int FRAME_BYTES = 1 << 22;

  /** What one read from a compressed connection inflates to; a client hears nothing behind it. */
  public static final int INFLATED_BYTES = 1 << 22;
}

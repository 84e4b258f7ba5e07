package lamplight.engine.session;

/** The named limits of the lobby and of a session, and what happens at each. */
public final class SessionLimits {

  private SessionLimits() {}

  /** Sessions with somebody at the table; another CREATE is refused with {@code server_full}. */
  public static final int SESSIONS = 1_000;

  /**
   * Sessions that a server keeps, most of them with nobody there; another CREATE is refused with
   * {@code server_full}.
   */
  public static final int KEPT_SESSIONS = 5_000;

  /** Sessions that LIST names, those with somebody at the table first; more are not named. */
  public static final int LISTED_SESSIONS = 200;

  /** Wrong passwords, tokens or words of a connection; then it ends with {@code BYE:abuse}. */
  public static final int WRONG_SECRETS = 5;

  /** Time of one message in the lobby; more are refused with {@code rate_limited}. */
  public static final long LOBBY_MILLIS = 100;

  /** Messages in the lobby at once after a pause. */
  public static final int LOBBY_BURST = 20;

  /** Time of one command of a seat; more are refused with {@code rate_limited}. */
  public static final long COMMAND_MILLIS = 10;

  /** Commands of a seat at once after a pause. */
  public static final int COMMAND_BURST = 1_000;

  /** Time of one command that speaks to others; more are refused with {@code rate_limited}. */
  public static final long SPEECH_MILLIS = 100;

  /** Commands that speak to others at once after a pause. */
  public static final int SPEECH_BURST = 30;

  /** Settings that a seat remembers; another one is refused with {@code too_large}. */
  public static final int SETTINGS = 32;

  /** Time of one LIVE of a connection: 20 a second; more are refused with {@code rate_limited}. */
  public static final long LIVE_MILLIS = 50;

  /** LIVE messages at once after a pause. */
  public static final int LIVE_BURST = 20;

  /** Answered numbers that a seat remembers; an older one is refused with {@code stale_number}. */
  public static final int ANSWERS = 256;

  /** Lines of text that are kept for a seat; older ones are dropped and the gap is stated. */
  public static final int TEXT_LINES = 256;

  /** UTF-8 bytes of the words of those lines. */
  public static final int TEXT_BYTES = 64 * 1024;

  /** Lines that RESUME sends again; older ones are a stated gap. */
  public static final int RESENT_LINES = 200;

  /** Lines that a client may be ahead of a journal; one that says more is not believed. */
  public static final int AHEAD_LINES = 10_000;

  /** Time that players have to come back after their session was loaded; then they are away. */
  public static final long AWAITED_MILLIS = 30_000;

  /** Answers that wait for a client that does not read; the oldest is dropped. */
  public static final int WAITING_ANSWERS = 256;

  /** Bytes of their lines; the oldest are dropped. */
  public static final int WAITING_BYTES = 16 * 1024;

  /** Time without progress of a client that does not read; then its connection is cut. */
  public static final long STUCK_MILLIS = 30_000;

  /** The least time that a step lets pass on the session's clock. */
  public static final long CLOCK_MILLIS = 1_000;

  /** The most time that passes for a world while its server is down. */
  public static final long DOWNTIME_MOST_MILLIS = 3_600_000;

  /** The most time that one step lets pass, even if the machine slept. */
  public static final long CLOCK_MOST_MILLIS = 5_000;
}

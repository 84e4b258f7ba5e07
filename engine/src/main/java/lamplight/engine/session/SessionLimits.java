package lamplight.engine.session;

/** The named limits of the lobby and of a session, and what happens at each. */
public final class SessionLimits {

  private SessionLimits() {}

  /** Wrong passwords, tokens or words a connection; the next one ends it. */
  public static final int WRONG_SECRETS = 5;

  /** Sessions a server; another CREATE is refused with {@code server_full}. */
  public static final int SESSIONS = 1_000;
}

package lamplight.engine.wire;

/** Facts of the protocol as a whole. */
public final class Protocol {

  private Protocol() {}

  /** The version that HELLO and WELCOME name. */
  public static final int VERSION = 1;

  /** The TCP port where a server listens if nobody says otherwise. */
  public static final int DEFAULT_PORT = 4001;
}

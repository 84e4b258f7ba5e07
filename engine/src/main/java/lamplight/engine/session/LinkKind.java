package lamplight.engine.session;

/** How a connection speaks. */
public enum LinkKind {
  /** The sync protocol: both lanes. */
  SYNC,
  /** Prose: no events or numbers, and blocks only if it asked for them. */
  TELNET
}

package lamplight.engine.session;

/** How a connection speaks. */
public enum LinkKind {
  /** The sync protocol: both lanes. */
  SYNC,
  /** Prose only: no blocks, events or numbers. */
  TELNET
}

package lamplight.engine.model;

/** How a name is introduced. */
public enum Article {
  A,
  AN,
  SOME,
  THE,
  /** A proper name. */
  NONE;
}

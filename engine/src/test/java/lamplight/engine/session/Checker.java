package lamplight.engine.session;

/** What must hold of every simulated run. */
enum Checker {
  /** At the end every replica is what its player may know. */
  VIEWS_AGREE,
  /** Nothing is sent to whom may not know it. */
  NO_SECRET_SENT,
  /** A numbered command is carried out once, and not lost once it was answered. */
  COMMANDS_ONCE,
  /** Text comes once and in order, and what is missing is said to be. */
  TEXT_IN_ORDER,
  /** Each block has the hash of the view at its version, and fits where it goes. */
  HASHES_HOLD,
  /** Who comes late sees what those see who were there. */
  LATE_JOINER_EQUALS,
  /** What waits for a client has a bound, whatever the client does. */
  MEMORY_BOUNDED
}

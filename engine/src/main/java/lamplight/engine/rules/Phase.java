package lamplight.engine.rules;

/** When a rule about a command has its say, in this order. */
public enum Phase {
  /** In place of the action. */
  INSTEAD,
  /** Before the action: may refuse it. */
  CHECK,
  /** After the action, in place of its standard text. */
  REPORT,
  /** After the action and its text: what else it does. */
  DO
}

package lamplight.engine.telnet;

/** Which end of the connection does an option. */
public enum Side {
  /** We do it: WILL and WONT from us, DO and DONT from the other end. */
  US,
  /** The other end does it. */
  THEM
}

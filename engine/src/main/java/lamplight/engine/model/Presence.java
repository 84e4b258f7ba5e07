package lamplight.engine.model;

/** Whether somebody sits at a player's terminal. */
public enum Presence {
  HERE,
  AWAY
}

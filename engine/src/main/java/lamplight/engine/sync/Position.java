package lamplight.engine.sync;

/** How far a replica says it is: its version, and the hash of what it holds. */
public record Position(long version, StateHash hash) {

  /** A replica that holds nothing. */
  public static final Position NOTHING = new Position(0, StateHash.EMPTY);
}

package lamplight.server.store;

/** The store did not do what it was asked, and nothing of it is there. */
public final class StoreException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean conflict;

  public StoreException(String words) {
    super(words);
    this.conflict = false;
  }

  StoreException(String words, boolean conflict, Throwable cause) {
    super(words, cause);
    this.conflict = conflict;
  }

  /** Whether somebody else has written a record of that number. */
  public boolean isConflict() {
    return conflict;
  }
}

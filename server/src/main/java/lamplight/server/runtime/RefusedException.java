package lamplight.server.runtime;

/** Why a command cannot do what it was asked, in one line for a person: where, what, what to do. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public RefusedException(String words) {
    super(words);
  }

  /** The line. */
  public String words() {
    return String.valueOf(getMessage());
  }
}

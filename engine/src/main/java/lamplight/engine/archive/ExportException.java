package lamplight.engine.archive;

/** Some bytes are no export that can be used; the message says what is wrong with them. */
public final class ExportException extends Exception {
  private static final long serialVersionUID = 1L;

  public ExportException(String words) {
    super(words);
  }
}

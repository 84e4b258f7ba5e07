package lamplight.engine.session;

/** The short code by which a session is joined, such as {@code otter-42}. */
public record SessionId(String code) {
  @Override
  public String toString() {
    return code;
  }
}

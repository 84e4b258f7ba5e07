package lamplight.engine.session;

import java.util.Optional;

/**
 * The token of one seat. A new one is given at every RESUME; the old one holds until the client has
 * shown by its next message that it has the new one, so that an answer lost on the way locks nobody
 * out.
 */
final class Tokens {

  private String current;
  private Optional<String> next = Optional.empty();

  Tokens(String first) {
    current = first;
  }

  boolean accepts(String guess) {
    return Secrets.same(current, guess)
        || next.filter(token -> Secrets.same(token, guess)).isPresent();
  }

  /** The client resumed with {@code used} and is told {@code fresh}. */
  void rotate(String used, String fresh) {
    current = used;
    next = Optional.of(fresh);
  }

  /** The client has said something since it was told the new token: the old one is spent. */
  void confirm() {
    current = next.orElse(current);
    next = Optional.empty();
  }
}

package lamplight.engine.session;

import java.util.Optional;

/**
 * The token of one seat, of which only the hash is kept. A new one is given at every RESUME; the
 * old one holds until the client has shown by its next message that it has the new one, so that an
 * answer lost on the way locks nobody out.
 */
final class Tokens {

  private String current;
  private Optional<String> next;

  Tokens(String first) {
    this(Secrets.hash(first), Optional.empty());
  }

  private Tokens(String current, Optional<String> next) {
    this.current = current;
    this.next = next;
  }

  /** The tokens whose hashes were kept. */
  static Tokens kept(String current, Optional<String> next) {
    return new Tokens(current, next);
  }

  /** Hash of the token that holds. */
  String current() {
    return current;
  }

  /** Hash of the token that was given and not confirmed yet. */
  Optional<String> next() {
    return next;
  }

  boolean accepts(String guess) {
    String hash = Secrets.hash(guess);
    return Secrets.same(current, hash)
        || next.filter(token -> Secrets.same(token, hash)).isPresent();
  }

  /** The client resumed with {@code used} and is told {@code fresh}. */
  void rotate(String used, String fresh) {
    current = Secrets.hash(used);
    next = Optional.of(Secrets.hash(fresh));
  }

  /** The client has said something since it was told the new token: the old one is spent. */
  void confirm() {
    current = next.orElse(current);
    next = Optional.empty();
  }
}

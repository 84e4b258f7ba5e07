package lamplight.engine.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a client may ask for in HELLO (protocol, section 6). */
public enum Capability {
  DEFLATE(false),
  BINARY(false),
  MARKUP(true),
  LIVE(true),
  QUIET(true);

  private final boolean granted;

  Capability(boolean granted) {
    this.granted = granted;
  }

  /** Whether this server grants it. */
  public boolean granted() {
    return granted;
  }

  /** The lower-case word that the protocol writes. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The capability that {@code word} names. */
  public static Optional<Capability> named(String word) {
    return Stream.of(values()).filter(capability -> capability.word().equals(word)).findFirst();
  }
}

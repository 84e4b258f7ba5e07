package lamplight.engine.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a client may ask for in HELLO (protocol, section 6). */
public enum Capability {
  /** What the server says is one zlib stream from the byte after WELCOME's LF on. */
  DEFLATE,
  /** What the server says is binary frames from the byte after WELCOME's LF on. */
  BINARY,
  MARKUP,
  LIVE,
  QUIET,
  /** Blocks, for a player who came by telnet; who speaks this protocol has them in any case. */
  STATE;

  /** The lower-case word that the protocol writes. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The capability that {@code word} names. */
  public static Optional<Capability> named(String word) {
    return Stream.of(values()).filter(capability -> capability.word().equals(word)).findFirst();
  }
}

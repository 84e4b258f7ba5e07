package lamplight.tui.mud;

import java.util.Optional;
import lamplight.tui.link.HostAndPort;

/**
 * Where another server is: {@code telnet://HOST:PORT}, or {@code telnets://HOST:PORT} for TLS.
 *
 * @param secret whether TLS is spoken
 */
public record Address(HostAndPort place, boolean secret) {
  private static final String PLAIN = "telnet://";
  private static final String SECRET = "telnets://";

  /** The ports of telnet and telnets, as registered. */
  private static final int PLAIN_PORT = 23;

  private static final int SECRET_PORT = 992;

  /**
   * Reads an address; empty if it is of another kind.
   *
   * @throws IllegalArgumentException with words for the player
   */
  public static Optional<Address> parse(String text) {
    String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (bare.startsWith(PLAIN)) {
      String rest = bare.substring(PLAIN.length());
      return Optional.of(new Address(HostAndPort.parse(rest, PLAIN_PORT), false));
    }
    if (bare.startsWith(SECRET)) {
      String rest = bare.substring(SECRET.length());
      return Optional.of(new Address(HostAndPort.parse(rest, SECRET_PORT), true));
    }
    return Optional.empty();
  }
}

package lamplight.tui.link;

/** Where a server is. An IPv6 address with a port is in brackets. */
public record HostAndPort(String host, int port) {
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads {@code HOST}, {@code HOST:PORT}, {@code [ADDRESS]:PORT} or an IPv6 address alone.
   *
   * @throws IllegalArgumentException with words for the player
   */
  public static HostAndPort parse(String text, int defaultPort) {
    int bracket = text.lastIndexOf(']');
    int colon = text.lastIndexOf(':');
    boolean bareAddress = bracket < 0 && text.indexOf(':') != colon;
    if (colon < bracket || colon < 0 || bareAddress) {
      return new HostAndPort(host(text), defaultPort);
    }
    return new HostAndPort(host(text.substring(0, colon)), port(text.substring(colon + 1)));
  }

  private static String host(String text) {
    String host =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    if (host.isBlank()) {
      throw new IllegalArgumentException("a server is HOST or HOST:PORT");
    }
    return host;
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw notAPort(text);
    }
    throw notAPort(text);
  }

  private static IllegalArgumentException notAPort(String text) {
    return new IllegalArgumentException(
        "\"" + text + "\" is no port; a port is a number from 1 to " + HIGHEST_PORT);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}

package lamplight.engine.telnet;

import java.util.Optional;

/**
 * The body of {@link TelnetOption#NAWS}.
 *
 * @param columns 0 to 65535; 0 says nothing
 * @param rows 0 to 65535; 0 says nothing
 */
public record WindowSize(int columns, int rows) {
  public byte[] body() {
    return new byte[] {
      (byte) (columns >> 8), (byte) columns, (byte) (rows >> 8), (byte) rows,
    };
  }

  /** The size in a body; empty if it is too short to hold one. */
  public static Optional<WindowSize> read(byte[] body) {
    return body.length < 4
        ? Optional.empty()
        : Optional.of(new WindowSize(number(body, 0), number(body, 2)));
  }

  private static int number(byte[] body, int at) {
    return (body[at] & 0xFF) << 8 | (body[at + 1] & 0xFF);
  }
}

package lamplight.engine.telnet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Bodies of {@link TelnetOption#TTYPE}: the question for a client's next name, and its answer. */
public final class TerminalType {
  /** What is read of a name. */
  public static final int MAX_LENGTH = 40;

  private static final byte IS = 0;
  private static final byte SEND = 1;

  private TerminalType() {}

  public static byte[] send() {
    return new byte[] {SEND};
  }

  public static boolean isSend(byte[] body) {
    return body.length > 0 && body[0] == SEND;
  }

  public static byte[] is(String name) {
    byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
    byte[] body = new byte[1 + letters.length];
    body[0] = IS;
    System.arraycopy(letters, 0, body, 1, letters.length);
    return body;
  }

  /** The name in an answer, in capitals as the RFC wants names to be compared; empty if none is. */
  public static Optional<String> name(byte[] body) {
    if (body.length == 0 || body[0] != IS) {
      return Optional.empty();
    }
    byte[] letters = Arrays.copyOfRange(body, 1, Math.min(body.length, 1 + MAX_LENGTH));
    return Optional.of(new String(letters, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT));
  }
}

package lamplight.engine.telnet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A body of {@link TelnetOption#CHARSET}, RFC 2066: who said WILL asks for one of a list, the other
 * end takes one or none. Translation tables are not known here, and nobody may send them unasked.
 *
 * @param names in capitals; in the sender's order for a request, one for an acceptance, else none
 */
public record CharsetTalk(Kind kind, List<String> names) {
  /** What a body says, by its first byte. */
  public enum Kind {
    REQUEST(1),
    ACCEPTED(2),
    REJECTED(3);

    private final int code;

    Kind(int code) {
      this.code = code;
    }
  }

  private static final String SEPARATOR = ";";

  public CharsetTalk {
    names = List.copyOf(names);
  }

  public static CharsetTalk request(String... names) {
    return new CharsetTalk(Kind.REQUEST, List.of(names));
  }

  public static CharsetTalk accepted(String name) {
    return new CharsetTalk(Kind.ACCEPTED, List.of(name));
  }

  public static CharsetTalk rejected() {
    return new CharsetTalk(Kind.REJECTED, List.of());
  }

  public byte[] body() {
    String words = (kind == Kind.REQUEST ? SEPARATOR : "") + String.join(SEPARATOR, names);
    byte[] body = (" " + words).getBytes(StandardCharsets.US_ASCII);
    body[0] = (byte) kind.code;
    return body;
  }

  /** What a body says; empty if it is none of the three. */
  public static Optional<CharsetTalk> read(byte[] body) {
    return body.length == 0
        ? Optional.empty()
        : Arrays.stream(Kind.values())
            .filter(kind -> kind.code == body[0])
            .findFirst()
            .map(kind -> new CharsetTalk(kind, names(kind, body)));
  }

  private static List<String> names(Kind kind, byte[] body) {
    String words =
        new String(body, 1, body.length - 1, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
    if (words.isEmpty()) {
      return List.of();
    }
    return switch (kind) {
      case REQUEST -> // its first character is what stands between the names
          List.of(words.substring(1).split(Pattern.quote(words.substring(0, 1)), -1));
      case ACCEPTED -> List.of(words);
      case REJECTED -> List.of();
    };
  }
}

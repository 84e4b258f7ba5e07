package lamplight.engine.sync;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The fields of a line: joined by colons; inside a field {@code %}, {@code :} and control
 * characters are percent-encoded as UTF-8 bytes with upper-case digits, and nothing else is.
 */
public final class Fields {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Fields() {}

  /** {@code field} as it stands in a line. */
  public static String encode(String field) {
    return escape(field, true);
  }

  /** {@code text} as it stands at a line's end: only control characters are encoded. */
  public static String encodeText(String text) {
    return escape(text, false);
  }

  private static String escape(String field, boolean separators) {
    int plain = 0;
    while (plain < field.length() && !escaped(field.charAt(plain), separators)) {
      plain++;
    }
    if (plain == field.length()) {
      return field;
    }
    StringBuilder out = new StringBuilder(field.length() + 8).append(field, 0, plain);
    for (int i = plain; i < field.length(); i++) {
      char c = field.charAt(i);
      if (escaped(c, separators)) {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          HEX.toHexDigits(out.append('%'), b);
        }
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean escaped(char c, boolean separators) {
    return Character.isISOControl(c) || (separators && (c == '%' || c == ':'));
  }

  /**
   * What {@link #encode} was given.
   *
   * @throws IllegalArgumentException if an escape is not {@code %} and two hex digits, or the bytes
   *     are no UTF-8; the message is fit for the sender
   */
  public static String decode(String field) {
    if (field.indexOf('%') < 0) {
      return field;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(field.length());
    byte[] raw = field.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '%') {
        bytes.write(raw[i]);
      } else if (i + 2 < raw.length
          && HexFormat.isHexDigit(raw[i + 1])
          && HexFormat.isHexDigit(raw[i + 2])) {
        bytes.write(HexFormat.fromHexDigit(raw[i + 1]) << 4 | HexFormat.fromHexDigit(raw[i + 2]));
        i += 2;
      } else {
        throw new IllegalArgumentException(
            "% is followed by two hex digits; write %25 for a percent sign");
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the percent-encoded bytes are not UTF-8", e);
    }
  }

  /**
   * The fields of {@code line} as they read.
   *
   * @throws IllegalArgumentException as {@link #decode} does
   */
  static List<String> decoded(String line) {
    List<String> fields = split(line, Integer.MAX_VALUE);
    fields.replaceAll(Fields::decode);
    return fields;
  }

  /**
   * The still encoded fields of {@code line}, at most {@code limit} of them: the last takes the
   * rest.
   */
  public static List<String> split(String line, int limit) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    for (int colon = line.indexOf(':');
        colon >= 0 && fields.size() < limit - 1;
        colon = line.indexOf(':', from)) {
      fields.add(line.substring(from, colon));
      from = colon + 1;
    }
    fields.add(line.substring(from));
    return fields;
  }
}

package lamplight.engine.wire;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line taken apart as far as every message is alike: {@code TYPE#seq:body}. */
record Header(String type, OptionalLong seq, String body, boolean hasBody) {

  private static final Pattern SHAPE =
      Pattern.compile("([A-Z_]+)(?:#([0-9]{1,18}))?(?::(.*))?", Pattern.DOTALL);

  static Header of(String line) throws BadLine {
    Matcher matcher = SHAPE.matcher(line);
    if (!matcher.matches()) {
      throw BadLine.malformed("a message is TYPE or TYPE:field:field, such as CMD:look");
    }
    String seq = matcher.group(2);
    String body = matcher.group(3);
    return new Header(
        String.valueOf(matcher.group(1)),
        seq == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(seq)),
        body == null ? "" : body,
        body != null);
  }
}

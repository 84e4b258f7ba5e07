package lamplight.engine.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.prose.Line;
import lamplight.engine.sync.Fields;
import lamplight.engine.sync.Position;
import lamplight.engine.sync.StateHash;

/** Reads a message's fields one after another; what a row of the table does not read is ignored. */
final class FieldReader {

  private static final int DIGITS = Long.toString(Limits.NUMBER).length();

  private final Header header;
  private final List<String> lines;
  private final boolean markup;
  private String rest;
  private boolean more;

  /**
   * @param lines the lines between a block's header and its END
   * @param markup whether text carries marks
   */
  FieldReader(Header header, List<String> lines, boolean markup) {
    this.header = header;
    this.lines = lines;
    this.markup = markup;
    this.rest = header.body();
    this.more = header.hasBody();
  }

  OptionalLong seq() {
    return header.seq();
  }

  List<String> lines() {
    return lines;
  }

  /** The next field, which has to be there and to be something. */
  String field(String name) throws BadLine {
    return optional().orElseThrow(() -> missing(name));
  }

  /** The next field; empty if it is, or if the line ended before it. */
  Optional<String> optional() throws BadLine {
    if (!more) {
      return Optional.empty();
    }
    int colon = rest.indexOf(':');
    String raw = colon < 0 ? rest : rest.substring(0, colon);
    more = colon >= 0;
    rest = more ? rest.substring(colon + 1) : "";
    try {
      return Optional.of(Fields.decode(raw)).filter(field -> !field.isEmpty());
    } catch (IllegalArgumentException e) {
      throw BadLine.malformed(header.type() + ": " + e.getMessage());
    }
  }

  /** The rest of the line as it stands. */
  String text() {
    more = false;
    return rest;
  }

  Line prose() throws BadLine {
    return markup ? Markup.read(text()) : Line.of(text());
  }

  long number(String name) throws BadLine {
    return number(name, field(name));
  }

  int smallNumber(String name) throws BadLine {
    long number = number(name);
    if (number > Integer.MAX_VALUE) {
      throw BadLine.malformed(header.type() + ": <" + name + "> is too large");
    }
    return (int) number;
  }

  OptionalLong optionalNumber(String name) throws BadLine {
    Optional<String> field = optional();
    return field.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number(name, field.get()));
  }

  private long number(String name, String field) throws BadLine {
    if (field.length() > DIGITS || !field.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw BadLine.malformed(header.type() + ": <" + name + "> is a number, not " + field);
    }
    return Long.parseLong(field);
  }

  /** A number that the header carries. */
  long requiredSeq() throws BadLine {
    return seq().orElseThrow(() -> missing("#number"));
  }

  Position position() throws BadLine {
    return new Position(number("version"), hash());
  }

  Optional<Position> optionalPosition() throws BadLine {
    OptionalLong version = optionalNumber("version");
    if (version.isEmpty()) {
      optional();
      return Optional.empty();
    }
    return Optional.of(new Position(version.getAsLong(), hash()));
  }

  StateHash hash() throws BadLine {
    return hash(header.type(), field("hash"));
  }

  static StateHash hash(String type, String hex) throws BadLine {
    try {
      return StateHash.parse(hex);
    } catch (IllegalArgumentException e) {
      throw BadLine.malformed(type + ": " + e.getMessage());
    }
  }

  /** A comma-separated list of words. */
  List<String> words() throws BadLine {
    List<String> words = new ArrayList<>(List.of(optional().orElse("").split(",", -1)));
    words.removeIf(String::isEmpty);
    return words;
  }

  private BadLine missing(String name) {
    return BadLine.malformed(
        header.type() + " needs <" + name + ">: " + Messages.usage(header.type()));
  }
}

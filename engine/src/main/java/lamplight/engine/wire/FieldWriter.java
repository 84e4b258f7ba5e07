package lamplight.engine.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import lamplight.engine.prose.Line;
import lamplight.engine.sync.Fields;
import lamplight.engine.sync.Position;
import lamplight.engine.sync.StateHash;

/** Writes a message's fields one after another; empty fields at the end are left out. */
final class FieldWriter {

  private final String type;
  private final boolean markup;
  private final List<String> fields = new ArrayList<>();
  private final StringBuilder lines = new StringBuilder();
  private OptionalLong seq = OptionalLong.empty();
  private boolean text;

  FieldWriter(String type, boolean markup) {
    this.type = type;
    this.markup = markup;
  }

  FieldWriter seq(OptionalLong number) {
    seq = number;
    return this;
  }

  FieldWriter seq(long number) {
    return seq(OptionalLong.of(number));
  }

  FieldWriter field(String field) {
    fields.add(Fields.encode(field));
    return this;
  }

  FieldWriter number(long number) {
    return field(Long.toString(number));
  }

  FieldWriter number(OptionalLong number) {
    return field(number.isPresent() ? Long.toString(number.getAsLong()) : "");
  }

  FieldWriter hash(StateHash hash) {
    return field(hash.toString());
  }

  FieldWriter position(Position position) {
    return number(position.version()).hash(position.hash());
  }

  FieldWriter capabilities(Set<Capability> capabilities) {
    return field(
        capabilities.stream().sorted().map(Capability::word).collect(Collectors.joining(",")));
  }

  /** The last field: the rest of the line as it stands. */
  FieldWriter text(String words) {
    fields.add(Fields.encodeText(words));
    text = true;
    return this;
  }

  FieldWriter prose(Line line) {
    return text(markup ? Markup.write(line) : line.plain());
  }

  /** The lines of a block and its END. */
  FieldWriter lines(Collection<String> body) {
    body.forEach(line -> lines.append(line).append('\n'));
    lines.append("END\n");
    return this;
  }

  /** The message's lines, each with its LF. */
  String written() {
    StringBuilder out = new StringBuilder(type);
    seq.ifPresent(number -> out.append('#').append(number));
    int end = fields.size();
    while (!text && end > 0 && fields.get(end - 1).isEmpty()) {
      end--;
    }
    fields.subList(0, end).forEach(field -> out.append(':').append(field));
    return out.append('\n').append(lines).toString();
  }
}

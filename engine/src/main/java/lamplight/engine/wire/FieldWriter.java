package lamplight.engine.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.prose.Line;
import lamplight.engine.sync.Fields;
import lamplight.engine.sync.Patch;
import lamplight.engine.sync.Position;
import lamplight.engine.sync.StateHash;

/** Writes a message's fields one after another; empty fields at the end are left out. */
final class FieldWriter {

  /** What stands before the hash of a dictionary among a client's wishes. */
  static final String DICT = "dict=";

  private static final byte[] END = "END\n".getBytes(StandardCharsets.UTF_8);

  private final String type;
  private final boolean markup;
  private final List<String> fields = new ArrayList<>();
  private List<Patch> patches = List.of();
  private boolean block;
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
    return wishes(capabilities, Optional.empty());
  }

  /** Capabilities, and the hash of the dictionary that a client still has. */
  FieldWriter wishes(Set<Capability> capabilities, Optional<StateHash> words) {
    Stream<String> asked = capabilities.stream().sorted().map(Capability::word);
    return field(
        Stream.concat(asked, words.stream().map(hash -> DICT + hash))
            .collect(Collectors.joining(",")));
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
  FieldWriter patches(List<Patch> body) {
    patches = body;
    block = true;
    return this;
  }

  /** The message's lines, each with its LF. */
  byte[] written() {
    byte[] header = header().getBytes(StandardCharsets.UTF_8);
    if (!block) {
      return header;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(header.length + 64);
    out.writeBytes(header);
    patches.forEach(patch -> out.writeBytes(patch.text()));
    out.writeBytes(END);
    return out.toByteArray();
  }

  private String header() {
    StringBuilder out = new StringBuilder(type);
    seq.ifPresent(number -> out.append('#').append(number));
    int end = fields.size();
    while (!text && end > 0 && fields.get(end - 1).isEmpty()) {
      end--;
    }
    fields.subList(0, end).forEach(field -> out.append(':').append(field));
    return out.append('\n').toString();
  }
}

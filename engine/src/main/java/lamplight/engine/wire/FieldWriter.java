package lamplight.engine.wire;

import java.nio.charset.StandardCharsets;
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

  /** Room for most lines. */
  private static final int LINE_CHARS = 64;

  private final StringBuilder line;
  private final boolean markup;
  private List<Patch> patches = List.of();
  private boolean block;

  /** Where the last field ends that is not empty. */
  private int end;

  FieldWriter(String type, boolean markup) {
    this(type, markup, new StringBuilder(LINE_CHARS));
  }

  /** One that goes on with what is written already. */
  FieldWriter(String type, boolean markup, StringBuilder out) {
    this.line = out.append(type);
    this.end = line.length();
    this.markup = markup;
  }

  /** The message's number, before any field. */
  FieldWriter seq(OptionalLong number) {
    number.ifPresent(this::seq);
    return this;
  }

  FieldWriter seq(long number) {
    line.append('#').append(number);
    end = line.length();
    return this;
  }

  FieldWriter field(String field) {
    line.append(':').append(Fields.encode(field));
    if (!field.isEmpty()) {
      end = line.length();
    }
    return this;
  }

  FieldWriter number(long number) {
    line.append(':').append(number);
    end = line.length();
    return this;
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
    line.append(':').append(Fields.encodeText(words));
    end = line.length();
    return this;
  }

  FieldWriter prose(Line prose) {
    if (!markup) {
      return text(prose.plain());
    }
    line.append(':');
    Markup.write(prose, line);
    end = line.length();
    return this;
  }

  /** The lines of a block and its END. */
  FieldWriter patches(List<Patch> body) {
    patches = body;
    block = true;
    return this;
  }

  /** The message has no more fields. */
  void close() {
    line.setLength(end);
  }

  /** The message's lines, each with its LF. */
  byte[] written() {
    BitWriter out = new BitWriter(LINE_CHARS);
    write(out);
    return out.bytes();
  }

  /** Puts the message's lines, each with its LF. */
  void write(BitWriter out) {
    close();
    byte[] header = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    if (!block) {
      out.put(header, header.length);
      return;
    }
    int size = header.length + END.length;
    for (Patch patch : patches) {
      size += patch.text().length;
    }
    out.expect(size);
    out.put(header, header.length);
    for (Patch patch : patches) {
      out.put(patch.text(), patch.text().length);
    }
    out.put(END, END.length);
  }
}

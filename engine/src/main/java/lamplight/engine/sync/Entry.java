package lamplight.engine.sync;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * One replicated line, {@code KIND:id:field:field…}, in its canonical form: fields percent-encoded,
 * no empty field at the end. Kinds that this program does not know are carried like all others.
 */
public final class Entry {

  private final Key key;
  private final List<String> fields;
  private final String line;
  private final int crc;
  private final int bytes;
  private final int priority;

  private Entry(Key key, List<String> fields) {
    this.key = key;
    this.fields = withoutEmptyTail(fields);
    this.line = line(key, this.fields);
    byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
    CRC32 crc32 = new CRC32();
    crc32.update(utf8);
    this.crc = (int) crc32.getValue();
    this.bytes = utf8.length + 1;
    this.priority = key.hashCode() * 0x9E3779B9;
  }

  /** The entry of these fields, given as they read, not encoded. */
  public static Entry of(String kind, String id, String... fields) {
    return new Entry(new Key(kind, id), List.of(fields));
  }

  static Entry of(Key key, List<String> fields) {
    return new Entry(key, fields);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it has no id or a bad escape
   */
  public static Entry parse(String line) {
    List<String> parts =
        Fields.split(line, Integer.MAX_VALUE).stream().map(Fields::decode).toList();
    if (parts.size() < 2 || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
      throw new IllegalArgumentException("an entry is KIND:id:field…, not: " + line);
    }
    return new Entry(new Key(parts.get(0), parts.get(1)), parts.subList(2, parts.size()));
  }

  private static List<String> withoutEmptyTail(List<String> fields) {
    int end = fields.size();
    while (end > 0 && fields.get(end - 1).isEmpty()) {
      end--;
    }
    return List.copyOf(fields.subList(0, end));
  }

  private static String line(Key key, List<String> fields) {
    StringBuilder out = new StringBuilder(key.toString());
    fields.forEach(field -> out.append(':').append(Fields.encode(field)));
    return out.toString();
  }

  public Key key() {
    return key;
  }

  public String kind() {
    return key.kind();
  }

  public String id() {
    return key.id();
  }

  /** The fields after the id, decoded. */
  public List<String> fields() {
    return fields;
  }

  /**
   * The field at {@code index}, counted from 0 after the id; empty where the line ends before it.
   */
  public String field(int index) {
    return index < fields.size() ? fields.get(index) : "";
  }

  /** The canonical line, without a line end. */
  public String line() {
    return line;
  }

  /** CRC-32 of the line's UTF-8 bytes. */
  public int crc() {
    return crc;
  }

  /** Length of the line on the wire, with its LF. */
  int bytes() {
    return bytes;
  }

  /** How high it stands in an {@link EntryTree}: a number that its key gives. */
  int priority() {
    return priority;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Entry entry && crc == entry.crc && line.equals(entry.line);
  }

  @Override
  public int hashCode() {
    return crc;
  }

  @Override
  public String toString() {
    return line;
  }
}

package lamplight.engine.sync;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * One replicated line, {@code KIND:id:field:field…}, in its canonical form: fields percent-encoded,
 * no empty field at the end. Kinds that this program does not know are carried like all others.
 */
public final class Entry extends Keeper {

  /** The parts before the fields: kind and id. */
  private static final int HEAD = 2;

  /** Room for most lines. */
  private static final int LINE_CHARS = 48;

  /** The key of the first entry in whose line this one stands; see {@link #takePlaceOf}. */
  private Key key;

  /** Kind, id and fields, decoded. */
  private final List<String> parts;

  /** The line in UTF-8, with its LF. */
  private final byte[] utf8;

  private final int crc;

  private Entry(Key key, List<String> parts) {
    this.key = key;
    this.parts = parts;
    this.utf8 = line(parts).getBytes(StandardCharsets.UTF_8);
    CRC32 crc32 = new CRC32();
    crc32.update(utf8, 0, utf8.length - 1);
    this.crc = (int) crc32.getValue();
  }

  /** The entry of these fields, given as they read, not encoded. */
  public static Entry of(String kind, String id, String... fields) {
    String[] parts = new String[HEAD + fields.length];
    parts[0] = kind;
    parts[1] = id;
    System.arraycopy(fields, 0, parts, HEAD, fields.length);
    return new Entry(new Key(kind, id), withoutEmptyTail(parts));
  }

  /**
   * The entry whose kind, id and fields these are, given as they read.
   *
   * @throws IllegalArgumentException if it has no id
   */
  static Entry of(List<String> parts) {
    if (parts.size() < HEAD || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
      throw new IllegalArgumentException(
          "an entry is KIND:id:field…, not: " + String.join(":", parts));
    }
    return new Entry(
        new Key(parts.get(0), parts.get(1)), withoutEmptyTail(parts.toArray(String[]::new)));
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it has no id or a bad escape
   */
  public static Entry parse(String line) {
    return of(Fields.decoded(line));
  }

  /** This entry with other first fields; the fields after them stay. */
  Entry withHead(String... head) {
    String[] made = parts.toArray(new String[Math.max(parts.size(), HEAD + head.length)]);
    System.arraycopy(head, 0, made, HEAD, head.length);
    return new Entry(key, withoutEmptyTail(made));
  }

  /**
   * This entry comes into a set in place of another one: from now on they have one key, the older,
   * so that what is kept with it is found again, whatever becomes of the entry.
   */
  void takePlaceOf(Entry old) {
    key = old.key;
  }

  private static List<String> withoutEmptyTail(String[] parts) {
    int end = parts.length;
    while (end > HEAD && parts[end - 1].isEmpty()) {
      end--;
    }
    return List.of(end == parts.length ? parts : Arrays.copyOf(parts, end));
  }

  private static String line(List<String> parts) {
    StringBuilder out = new StringBuilder(LINE_CHARS);
    for (int i = 0; i < parts.size(); i++) {
      out.append(i == 0 ? "" : ":").append(Fields.encode(parts.get(i)));
    }
    return out.append('\n').toString();
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

  /** Kind, id and fields, decoded. */
  List<String> parts() {
    return parts;
  }

  /** The fields after the id, decoded. */
  public List<String> fields() {
    return parts.subList(HEAD, parts.size());
  }

  int fieldCount() {
    return parts.size() - HEAD;
  }

  /**
   * The field at {@code index}, counted from 0 after the id; empty where the line ends before it.
   */
  public String field(int index) {
    return HEAD + index < parts.size() ? parts.get(HEAD + index) : "";
  }

  /** The canonical line, without a line end. */
  public String line() {
    return new String(utf8, 0, utf8.length - 1, StandardCharsets.UTF_8);
  }

  /** The line in UTF-8, with its LF: not to be changed. */
  byte[] utf8() {
    return utf8;
  }

  /** CRC-32 of the line's UTF-8 bytes. */
  public int crc() {
    return crc;
  }

  /** Length of the line on the wire, with its LF. */
  int bytes() {
    return utf8.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Entry entry && crc == entry.crc && Arrays.equals(utf8, entry.utf8);
  }

  @Override
  public int hashCode() {
    return crc;
  }

  @Override
  public String toString() {
    return line();
  }
}

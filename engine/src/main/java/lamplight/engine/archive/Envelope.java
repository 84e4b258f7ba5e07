package lamplight.engine.archive;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The outside of an export: a line that a person can read, then everything else, deflated (RFC
 * 1950).
 *
 * <pre>
 *   lamplight-session &lt;format&gt; &lt;bytes that follow the line&gt; &lt;their SHA-256 in hex&gt; LF
 * </pre>
 */
final class Envelope {
  /**
   * The format that this program writes, and the newest that it reads. In 1 each record wrote a
   * line for every player who was told it.
   */
  static final int FORMAT = 2;

  /** Bytes of a file; a larger one is refused unread. */
  static final int FILE_BYTES = 16 << 20;

  /** Bytes that may come of it when it is inflated; nothing is read beyond them. */
  static final int INFLATED_BYTES = 64 << 20;

  private static final String MAGIC = "lamplight-session";
  private static final int HEAD_BYTES = 128;

  /** What may be on its way through the deflater, and one record. */
  private static final int DEFLATING_BYTES = 1 << 20;

  /** What to do about a file that was right when it was written. */
  private static final String AGAIN = "; copy it again from where it came from";

  private Envelope() {}

  /**
   * How much is inside of an export.
   *
   * @param bytes inflated
   */
  record Size(long bytes, long lines) {
    Size plus(Size more) {
      return new Size(bytes + more.bytes, lines + more.lines);
    }
  }

  /** Writes an export as far as one may be long, and counts what comes after that. */
  static final class Writer {
    private final int mostLines;
    private final ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    private final DeflaterOutputStream deflater = new DeflaterOutputStream(deflated);
    private Size size = new Size(0, 0);
    private Size written = size;
    private boolean full;

    /**
     * @param mostLines that may be inside
     */
    Writer(int mostLines) {
      this.mostLines = mostLines;
    }

    /** Writes some lines, if there is room for them. */
    void write(byte[] text, int lines) {
      size = size.plus(new Size(text.length, lines));
      full |=
          size.bytes() > INFLATED_BYTES
              || size.lines() > mostLines
              || deflated.size() > FILE_BYTES - DEFLATING_BYTES;
      if (!full) {
        written = size;
        try {
          deflater.write(text);
        } catch (IOException e) {
          throw new IllegalStateException("memory does not fail", e);
        }
      }
    }

    /** Whether there was more to write than there is room for. */
    boolean isFull() {
      return full;
    }

    /** Of all that was to be written. */
    Size size() {
      return size;
    }

    /**
     * Whether there is room for what was to be written after a place, if it deflates as well as the
     * rest.
     *
     * @param part of the room that may be taken
     */
    boolean wouldFit(Size before, double part) {
      long bytes = size.bytes() - before.bytes();
      long lines = size.lines() - before.lines();
      double most =
          Math.min(INFLATED_BYTES, (double) FILE_BYTES * written.bytes() / deflated.size());
      return bytes <= part * most && lines <= part * mostLines;
    }

    /** The whole file. */
    byte[] close() {
      try {
        deflater.close();
      } catch (IOException e) {
        throw new IllegalStateException("memory does not fail", e);
      }
      byte[] body = deflated.toByteArray();
      String head = MAGIC + " " + FORMAT + " " + body.length + " " + sha256(body) + "\n";
      ByteArrayOutputStream file = new ByteArrayOutputStream(body.length + HEAD_BYTES);
      file.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
      file.writeBytes(body);
      return file.toByteArray();
    }
  }

  /**
   * What is inside, to be read as far as its reader wants; nothing of it is held.
   *
   * @throws ExportException if the outside is not as it was written
   */
  static BufferedReader open(byte[] file) throws ExportException {
    if (file.length > FILE_BYTES) {
      throw new ExportException(
          "it has " + file.length + " bytes; an export has at most " + FILE_BYTES);
    }
    int end = head(file);
    String[] head = new String(file, 0, end, StandardCharsets.US_ASCII).split(" ", -1);
    check(head);
    byte[] body = Arrays.copyOfRange(file, end + 1, file.length);
    check(body, head);
    InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(body));
    return new BufferedReader(
        new InputStreamReader(new Budget(inflated), StandardCharsets.UTF_8.newDecoder()));
  }

  private static int head(byte[] file) throws ExportException {
    byte[] magic = (MAGIC + " ").getBytes(StandardCharsets.US_ASCII);
    if (!Arrays.equals(file, 0, Math.min(file.length, magic.length), magic, 0, magic.length)) {
      throw new ExportException(
          "it is no export of a Lamplight game; \"lamplight admin sessions export\" makes one");
    }
    for (int at = magic.length; at < Math.min(file.length, HEAD_BYTES); at++) {
      if (file[at] == '\n') {
        return at;
      }
    }
    throw new ExportException("its first line is not as it was written");
  }

  private static void check(String[] head) throws ExportException {
    int format = head.length > 1 ? number(head[1]) : -1;
    if (format > FORMAT) {
      throw new ExportException(
          "it was made by a newer Lamplight (format "
              + format
              + ", this one reads "
              + FORMAT
              + "); read it with that one");
    } else if (format < 1 || head.length != 4) {
      throw new ExportException("its first line is not as it was written");
    }
  }

  private static void check(byte[] body, String[] head) throws ExportException {
    int said = number(head[2]);
    if (body.length < said) {
      throw new ExportException(
          "it is cut short: " + body.length + " of " + said + " bytes are there" + AGAIN);
    } else if (body.length > said) {
      throw new ExportException(
          "it has " + (body.length - said) + " bytes more than its first line says" + AGAIN);
    } else if (!sha256(body).equals(head[3])) {
      throw new ExportException(
          "it is damaged: its checksum is not the one it was written with" + AGAIN);
    }
  }

  /** -1 for what is none. */
  private static int number(String digits) {
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Ends with a failure where too much comes. */
  private static final class Budget extends FilterInputStream {
    private long left = INFLATED_BYTES;

    Budget(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
      int read = super.read(to, from, most);
      left -= Math.max(0, read);
      if (left < 0) {
        throw new IOException("it inflates to more than " + INFLATED_BYTES + " bytes");
      }
      return read;
    }
  }
}

package lamplight.engine.wire;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import lamplight.engine.sync.Fields;

/**
 * A word of a session's dictionary.
 *
 * @param number counted from 0 in its list
 * @param crc the CRC-32 of its line
 */
public record Word(Sort list, int number, String text, int crc) {

  public Word(Sort list, int number, String text) {
    this(list, number, text, crc(line(list, number, text)));
  }

  /** Its line: {@code DICT:<list>:<number>:<word>}. */
  private static String line(Sort list, int number, String text) {
    return "DICT:" + list.code + ":" + number + ":" + Fields.encode(text);
  }

  private static int crc(String line) {
    CRC32 crc = new CRC32();
    crc.update(line.getBytes(StandardCharsets.UTF_8));
    return (int) crc.getValue();
  }
}

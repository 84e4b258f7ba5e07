package lamplight.server.admin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import lamplight.server.json.Json;

/**
 * What a command ends with.
 *
 * @param exit 0 done, 1 refused
 * @param note what is said beside a file, in one line; empty for nothing
 * @param body what is printed: text in UTF-8 with its line ends, or a file
 */
record Answer(int exit, String note, ByteBuffer body) {
  static final int DONE = 0;
  static final int REFUSED = 1;

  /** The server is to be started again (EX_TEMPFAIL of sysexits.h). */
  static final int RESTART = 75;

  Answer(int exit, String text) {
    this(exit, "", ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Answer done(boolean json, String words, Object value) {
    return new Answer(DONE, json ? Json.of(value) + "\n" : words);
  }

  /** Done, and this is the file that was asked for. */
  static Answer file(ByteBuffer bytes, String note) {
    return new Answer(DONE, note, bytes);
  }

  /** Refused, with the reason. */
  static Answer refused(boolean json, String words) {
    return new Answer(REFUSED, (json ? Json.of(Map.of("error", words)) : words) + "\n");
  }

  /** The body, if it is text. */
  String text() {
    return StandardCharsets.UTF_8.decode(body.duplicate()).toString();
  }
}

package lamplight.server.admin;

import java.util.Map;

/**
 * What a command ends with.
 *
 * @param exit 0 done, 1 refused
 * @param text what is printed, with its line ends
 */
record Answer(int exit, String text) {
  static final int DONE = 0;
  static final int REFUSED = 1;

  /** The server is to be started again (EX_TEMPFAIL of sysexits.h). */
  static final int RESTART = 75;

  static Answer done(boolean json, String words, Object value) {
    return new Answer(DONE, json ? Json.of(value) + "\n" : words);
  }

  /** Refused, with the reason. */
  static Answer refused(boolean json, String words) {
    return new Answer(REFUSED, (json ? Json.of(Map.of("error", words)) : words) + "\n");
  }
}

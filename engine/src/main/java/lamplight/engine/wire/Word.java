package lamplight.engine.wire;

import lamplight.engine.sync.Fields;

/**
 * A word of a session's dictionary.
 *
 * @param number counted from 0 in its list
 */
public record Word(Sort list, int number, String text) {

  /** Its line: {@code DICT:<list>:<number>:<word>}. */
  String line() {
    return "DICT:" + list.code + ":" + number + ":" + Fields.encode(text);
  }
}

package lamplight.engine.wire;

/**
 * The lists of a session's dictionary: each counts its words from 0, so that a number of few bits
 * says which word is meant.
 */
public enum Sort {
  PLAYER(0, 3),
  ROOM(1, 6),
  THING(2, 7),
  /** All that is no id of these: variables, names, traits, directions. */
  WORD(3, 5);

  /** The list's own number. */
  final int code;

  /** The order of a word's number. */
  final int order;

  Sort(int code, int order) {
    this.code = code;
    this.order = order;
  }

  static Sort of(long code) throws BadLine {
    for (Sort list : values()) {
      if (list.code == code) {
        return list;
      }
    }
    throw BadLine.malformed("no dictionary has a list " + code);
  }
}

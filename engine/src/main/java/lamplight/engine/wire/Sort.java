package lamplight.engine.wire;

/**
 * The lists of a session's dictionary: each counts its words from 0, so that a number of few bits
 * says which word is meant.
 */
public enum Sort {
  PLAYER(0, 3),
  ROOM(1, 7),
  THING(2, 9),
  /** All that is no id of these: variables, names, traits, directions. */
  WORD(3, 8);

  /** How many lists there are. */
  static final int LISTS = 4;

  /** The list's own number. */
  final int code;

  /** Bits of a group of a word's number. */
  final int group;

  Sort(int code, int group) {
    this.code = code;
    this.group = group;
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

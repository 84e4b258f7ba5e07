package lamplight.engine.parse;

/** The placeholders of a pattern. */
enum Slot {
  /** One thing in sight. */
  THING,
  /** Things in sight, one or several. */
  THINGS,
  /** One thing in the hand. */
  HELD,
  /** Things in the hand, one or several. */
  HELDS,
  /** Things in, on or with the second noun, one or several. */
  CONTENTS,
  /** A person or a player. */
  PERSON,
  /** Any words. */
  TEXT,
  DIRECTION;

  boolean several() {
    return this == THINGS || this == HELDS || this == CONTENTS;
  }

  boolean held() {
    return this == HELD || this == HELDS;
  }

  /** Whether a noun stands for it. */
  boolean noun() {
    return this != TEXT && this != DIRECTION;
  }
}

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
  DIRECTION,
  /** A number from 1 to 999. */
  NUMBER,
  /** A room that the player has been in. */
  ROOM,
  /** A player of the party, wherever: it stands for the room where that player is. */
  PLAYER,
  /** The name of the room where the player is. */
  HERE;

  boolean several() {
    return this == THINGS || this == HELDS || this == CONTENTS;
  }

  boolean held() {
    return this == HELD || this == HELDS;
  }

  /** Whether a noun stands for it. */
  boolean noun() {
    return switch (this) {
      case THING, THINGS, HELD, HELDS, CONTENTS, PERSON -> true;
      case TEXT, DIRECTION, NUMBER, ROOM, PLAYER, HERE -> false;
    };
  }
}

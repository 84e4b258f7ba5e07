package lamplight.engine.parse;

/** Why words mean nothing here and now. */
enum Trouble {
  /** Nothing that the player sees or has seen is called so. */
  UNKNOWN_NOUN,
  /** The words are known, but not for something that is here. */
  NOT_HERE,
  /** A pronoun stands for something that is not here any more. */
  GONE,
  /** A pronoun stands for nothing. */
  NO_REFERENT,
  /** Several things where only one will do. */
  ONE_ONLY,
  /** Fewer than the player counts. */
  TOO_FEW,
  /** "All" of nothing. */
  NOTHING,
  /** "All" of nothing but the second noun itself. */
  NOTHING_ELSE,
  /** "All" that is in the hands, of nothing. */
  EMPTY_HANDS,
  NOT_PERSON,
  NOT_IN_THERE,
  /** No place that the player knows. */
  NO_ROOM,
  /** Words for what a named owner has, and the owner does not have it. */
  NOT_THEIRS,
  /** No direction. */
  NO_WAY,
  /** The sentence is understood up to here, and means nothing from here on. */
  LOST
}

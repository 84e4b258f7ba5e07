package lamplight.engine.model;

/** Where a thing is. */
public sealed interface Place {
  Place NOWHERE = new Nowhere();

  /** How a thing can have another. */
  enum Holding {
    IN,
    ON,
    WITH;

    /** The place that is in, on or with a thing. */
    public Place of(ThingId thing) {
      return switch (this) {
        case IN -> new In(thing);
        case ON -> new On(thing);
        case WITH -> new With(thing);
      };
    }
  }

  /** Lying in a room. */
  record InRoom(RoomId room) implements Place {}

  /** Inside a container. */
  record In(ThingId container) implements Place {}

  /** On top of a supporter. */
  record On(ThingId supporter) implements Place {}

  /** Carried by a person of the world. */
  record With(ThingId person) implements Place {}

  /** Carried, or worn, by a player. */
  record HeldBy(PlayerId player, boolean worn) implements Place {}

  /** Out of the world. */
  record Nowhere() implements Place {}
}

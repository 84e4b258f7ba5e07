package lamplight.engine.model;

/** Where a thing is. */
public sealed interface Place {
  Place NOWHERE = new Nowhere();

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

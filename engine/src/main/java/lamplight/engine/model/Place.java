package lamplight.engine.model;

import org.jspecify.annotations.Nullable;

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

  /** The room, thing or player that a thing there is directly in, on or with; null: nobody. */
  @Nullable Id holder();

  /** Lying in a room. */
  record InRoom(RoomId room) implements Place {
    @Override
    public Id holder() {
      return room;
    }
  }

  /** Inside a container. */
  record In(ThingId container) implements Place {
    @Override
    public Id holder() {
      return container;
    }
  }

  /** On top of a supporter. */
  record On(ThingId supporter) implements Place {
    @Override
    public Id holder() {
      return supporter;
    }
  }

  /** Carried by a person of the world. */
  record With(ThingId person) implements Place {
    @Override
    public Id holder() {
      return person;
    }
  }

  /** Carried, or worn, by a player. */
  record HeldBy(PlayerId player, boolean worn) implements Place {
    @Override
    public Id holder() {
      return player;
    }
  }

  /** Out of the world. */
  record Nowhere() implements Place {
    @Override
    public @Nullable Id holder() {
      return null;
    }
  }
}

package lamplight.engine.model;

import java.util.Optional;

/** Where a player can be: in a room, or on a thing that can be entered. */
public sealed interface Spot {
  /** Whether a player is there. */
  boolean holds(PlayerState player);

  /** A whole room. */
  record In(RoomId room) implements Spot {
    @Override
    public boolean holds(PlayerState player) {
      return player.room().equals(room);
    }
  }

  /** A thing that can be entered. */
  record Upon(ThingId thing) implements Spot {
    @Override
    public boolean holds(PlayerState player) {
      return player.perch().equals(Optional.of(thing));
    }
  }
}

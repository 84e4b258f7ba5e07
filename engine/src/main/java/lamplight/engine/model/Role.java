package lamplight.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * A part that one player of a party has.
 *
 * @param carry what the player can carry; empty: as the world says
 */
public record Role(
    RoleId id,
    String title,
    Optional<RoomId> start,
    List<ThingId> things,
    Text about,
    Optional<Capacity> carry) {
  public Role {
    things = List.copyOf(things);
  }
}

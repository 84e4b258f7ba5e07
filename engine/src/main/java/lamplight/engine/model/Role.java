package lamplight.engine.model;

import java.util.List;
import java.util.Optional;

/** A part that one player of a party has. */
public record Role(
    RoleId id, String title, Optional<RoomId> start, List<ThingId> things, Text about) {
  public Role {
    things = List.copyOf(things);
  }
}

package lamplight.engine.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the players of one state see, worked out once for those who see the same: where it is light
 * and no thing is for some eyes only, all in a room to whom the same was revealed.
 */
public final class Onlookers {

  private final Sight sight;
  private final boolean alike;

  /** What is seen in a room, by what was revealed to whoever looks. */
  private final Map<RoomId, Map<Set<ThingId>, List<ThingId>>> seen = new HashMap<>();

  private final Map<RoomId, Boolean> dark = new HashMap<>();

  /**
   * @param alike whether the world has no {@link World#personal things for some eyes only}
   */
  public Onlookers(Sight sight, boolean alike) {
    this.sight = sight;
    this.alike = alike;
  }

  /** Whether players in a room to whom the same was revealed perceive the same. */
  public boolean areAlike(RoomId room) {
    return alike && !dark.computeIfAbsent(room, sight::dark);
  }

  /** The things that a player sees, in the world's order. */
  public List<ThingId> seen(PlayerState player) {
    return areAlike(player.room())
        ? seen.computeIfAbsent(player.room(), room -> new HashMap<>())
            .computeIfAbsent(player.revealed(), revealed -> sight.seen(player.id()))
        : sight.seen(player.id());
  }
}

package lamplight.engine.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A room as its author defined it.
 *
 * @param position its place on the map, given or derived from the exits
 * @param first read in place of the description when a player comes here for the first time; empty:
 *     the description
 * @param unlit read in the dark; empty: the standard text
 * @param scenery the things that belong to the room's description, in the author's order
 */
public record Room(
    RoomId id,
    String name,
    Position position,
    List<RegionId> regions,
    Text description,
    Text first,
    boolean dark,
    Text unlit,
    Text smell,
    Text sound,
    Map<Direction, Exit> exits,
    List<ThingId> scenery) {
  public Room {
    Map<Direction, Exit> ordered = new EnumMap<>(Direction.class);
    ordered.putAll(exits);
    exits = Collections.unmodifiableMap(ordered);
    scenery = List.copyOf(scenery);
    regions = List.copyOf(regions);
  }

  public boolean isIn(RegionId region) {
    return regions.contains(region);
  }
}

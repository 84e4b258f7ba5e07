package lamplight.engine.rules;

import java.util.List;
import lamplight.engine.model.RegionId;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.ThingId;

/**
 * How a person walks about by itself.
 *
 * @param chance in so many of 100 turns of the party in which it may walk at all
 * @param every those turns of the party whose number this divides, from 1: all of them
 */
public record Wander(ThingId person, RegionId region, int chance, List<RoomId> avoid, int every) {
  public Wander {
    avoid = List.copyOf(avoid);
  }
}

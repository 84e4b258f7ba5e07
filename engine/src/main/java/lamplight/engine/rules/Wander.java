package lamplight.engine.rules;

import java.util.List;
import lamplight.engine.model.RegionId;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.ThingId;

/**
 * How a person walks about by itself.
 *
 * @param chance in so many of 100 turns of the party
 */
public record Wander(ThingId person, RegionId region, int chance, List<RoomId> avoid) {
  public Wander {
    avoid = List.copyOf(avoid);
  }
}

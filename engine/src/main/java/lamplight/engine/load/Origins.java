package lamplight.engine.load;

import java.util.Map;
import lamplight.engine.model.Id;

/**
 * Where the parts of a world are defined, so that what is found out later can be said in its place.
 *
 * @param world the file world.yaml as a whole
 */
public record Origins(Mark world, Map<Id, Mark> marks) {
  public Origins {
    marks = Map.copyOf(marks);
  }

  /** Where something is defined; the world's file for what has no place of its own. */
  public Mark of(Id id) {
    return marks.getOrDefault(id, world);
  }
}

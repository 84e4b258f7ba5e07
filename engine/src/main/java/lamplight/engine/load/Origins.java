package lamplight.engine.load;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lamplight.engine.model.Id;

/**
 * Where the parts of a world stand in its files, so that what is found out later can be said in its
 * place.
 */
public final class Origins {
  private final Mark world;
  private final Map<Id, Mark> ids;
  private final IdentityHashMap<Object, Mark> marks;
  private final List<Object> parts;

  /**
   * @param world the file world.yaml as a whole
   */
  Origins(Mark world, Map<Id, Mark> ids, Marks marks) {
    this.world = world;
    this.ids = Map.copyOf(ids);
    this.marks = marks.marks();
    this.parts = marks.parts();
  }

  /** The file world.yaml as a whole. */
  public Mark world() {
    return world;
  }

  /** Where something is defined; the world's file for what has no place of its own. */
  public Mark of(Id id) {
    return ids.getOrDefault(id, world);
  }

  /**
   * Where a rule, a topic, an exit, a condition, an effect or a template stands; empty for what no
   * author wrote. It is known by its identity.
   */
  public Optional<Mark> at(Object part) {
    return Optional.ofNullable(marks.get(part));
  }

  /** All parts of a type in the order in which they were read, the engine's own left out. */
  public <T> List<T> all(Class<T> type) {
    return parts.stream()
        .filter(type::isInstance)
        .filter(part -> at(part).filter(Standard::owns).isEmpty())
        .map(type::cast)
        .toList();
  }
}

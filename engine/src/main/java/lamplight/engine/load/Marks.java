package lamplight.engine.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Where those parts of a world stand that have no id: rules, topics, conditions, effects, texts. A
 * part is known by its identity, because equal parts may stand in many places.
 */
final class Marks {
  private final IdentityHashMap<Object, Mark> marks = new IdentityHashMap<>();
  private final List<Object> parts = new ArrayList<>();

  /** Remembers where a part stands, or each part of a list; the first place counts. */
  void put(Object part, Mark at) {
    if (part instanceof Collection<?> several) {
      several.forEach(one -> put(one, at));
    } else if (marks.putIfAbsent(part, at) == null) {
      parts.add(part);
    }
  }

  IdentityHashMap<Object, Mark> marks() {
    return new IdentityHashMap<>(marks);
  }

  /** All parts in the order in which they were read. */
  List<Object> parts() {
    return List.copyOf(parts);
  }
}

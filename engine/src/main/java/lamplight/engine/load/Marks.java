package lamplight.engine.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import lamplight.engine.rules.Sources;

/**
 * Where those parts of a world stand that have no id: rules, topics, conditions, effects, texts. A
 * part is known by its identity, because equal parts may stand in many places.
 */
final class Marks {
  /** How many characters of what an author wrote are shown. */
  private static final int LONGEST = 160;

  private final IdentityHashMap<Object, Mark> marks = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Node.Entry> written = new IdentityHashMap<>();
  private final List<Object> parts = new ArrayList<>();

  /** Remembers where a part stands, or each part of a list; the first place counts. */
  void put(Object part, Mark at) {
    if (part instanceof Collection<?> several) {
      several.forEach(one -> put(one, at));
    } else if (marks.putIfAbsent(part, at) == null) {
      parts.add(part);
    }
  }

  /** Remembers also how the part, or each part of a list, is written. */
  void put(Object part, Node.Entry entry) {
    put(part, entry.mark());
    if (part instanceof Collection<?> several) {
      several.forEach(one -> written.putIfAbsent(one, entry));
    } else {
      written.putIfAbsent(part, entry);
    }
  }

  /** A part as it is written. */
  Optional<Sources.Written> written(Object part) {
    return Optional.ofNullable(written.get(part))
        .map(entry -> new Sources.Written(entry.mark().toString(), cut(entry.flow())));
  }

  private static String cut(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }

  IdentityHashMap<Object, Mark> marks() {
    return new IdentityHashMap<>(marks);
  }

  /** All parts in the order in which they were read. */
  List<Object> parts() {
    return List.copyOf(parts);
  }
}

package lamplight.engine.load;

import java.util.Map;

/** The values of a section, by the keys of its table. */
record Fields(Mark mark, Map<String, Object> values, Map<String, Mark> marks) {

  /** A key's value, or its fallback. */
  @SuppressWarnings("unchecked") // the value was read by the key's own form
  <T> T get(Key<T> key) {
    Object value = values.get(key.name());
    return value == null ? key.fallback() : (T) value;
  }

  /** Whether the author wrote the key, rightly or not. */
  boolean has(Key<?> key) {
    return marks.containsKey(key.name());
  }

  /** Where a key stands; if it does not, where the section begins. */
  Mark mark(Key<?> key) {
    return marks.getOrDefault(key.name(), mark);
  }
}

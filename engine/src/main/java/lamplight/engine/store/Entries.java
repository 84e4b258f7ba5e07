package lamplight.engine.store;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.Key;
import lamplight.engine.sync.StateHash;

/** All entries of a session while they are gathered from snapshot and journal; with their hash. */
public final class Entries {
  static final Entries NONE = new Entries();

  private final Map<String, NavigableMap<String, Entry>> kinds = new TreeMap<>();
  private StateHash hash = StateHash.EMPTY;

  public void put(Entry entry) {
    gone(entry.key());
    kinds.computeIfAbsent(entry.kind(), kind -> new TreeMap<>()).put(entry.id(), entry);
    hash = hash.plus(entry);
  }

  /** Takes away what the key has, if it has anything. */
  public void gone(Key key) {
    Entry old = kind(key.kind()).get(key.id());
    if (old != null) {
      hash = hash.minus(old);
      kind(key.kind()).remove(key.id());
    }
  }

  public StateHash hash() {
    return hash;
  }

  public int size() {
    return kinds.values().stream().mapToInt(NavigableMap::size).sum();
  }

  /** By kind, then id. */
  public Collection<Entry> all() {
    return kinds.values().stream().flatMap(ids -> ids.values().stream()).toList();
  }

  /** The entries of a kind, by their ids. */
  public NavigableMap<String, Entry> kind(String kind) {
    return kinds.getOrDefault(kind, new TreeMap<>());
  }

  /** Those of a kind whose ids begin so. */
  Collection<Entry> of(String kind, String prefix) {
    return kind(kind).subMap(prefix, prefix + Character.MAX_VALUE).values();
  }
}

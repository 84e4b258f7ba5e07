package lamplight.engine.sync;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.pcollections.TreePMap;

/**
 * All that one viewer may know at one moment: an immutable set of entries, one a key, with its
 * hash.
 *
 * <p>Sets share structure: a change costs O(log n) and keeps the hash and the size by adding and
 * subtracting. Iteration is in the order of the keys, so that two equal sets are written alike.
 */
public final class EntrySet implements Iterable<Entry> {

  public static final EntrySet EMPTY = new EntrySet(TreePMap.empty(), StateHash.EMPTY, 0);

  private final TreePMap<Key, Entry> entries;
  private final StateHash hash;
  private final int bytes;

  private EntrySet(TreePMap<Key, Entry> entries, StateHash hash, int bytes) {
    this.entries = entries;
    this.hash = hash;
    this.bytes = bytes;
  }

  /** The set of {@code entries}; of two with one key the later counts. */
  public static EntrySet of(Collection<Entry> entries) {
    EntrySet set = EMPTY;
    for (Entry entry : entries) {
      set = set.with(entry);
    }
    return set;
  }

  public static EntrySet of(Entry... entries) {
    return of(List.of(entries));
  }

  /** This set with {@code entry} in place of what its key had. */
  public EntrySet with(Entry entry) {
    Entry old = entries.get(entry.key());
    if (old != null && old.equals(entry)) {
      return this;
    }
    EntrySet rest = without(entry.key());
    return new EntrySet(
        rest.entries.plus(entry.key(), entry), rest.hash.plus(entry), rest.bytes + entry.bytes());
  }

  /** This set without what {@code key} has. */
  public EntrySet without(Key key) {
    Entry old = entries.get(key);
    return old == null
        ? this
        : new EntrySet(entries.minus(key), hash.minus(old), bytes - old.bytes());
  }

  public Optional<Entry> get(Key key) {
    return Optional.ofNullable(entries.get(key));
  }

  public Optional<Entry> get(String kind, String id) {
    return get(new Key(kind, id));
  }

  public StateHash hash() {
    return hash;
  }

  public int size() {
    return entries.size();
  }

  /** Length of all lines on the wire. */
  int bytes() {
    return bytes;
  }

  @Override
  public Iterator<Entry> iterator() {
    return entries.values().iterator();
  }

  public Stream<Entry> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** The entries of one kind, in the order of their ids. */
  public Stream<Entry> stream(String kind) {
    return stream().filter(entry -> entry.kind().equals(kind));
  }

  /** Whether {@code other} is this very object: what did not change is not made again. */
  boolean is(EntrySet other) {
    return (Object) this == other;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntrySet set && hash.equals(set.hash) && entries.equals(set.entries);
  }

  @Override
  public int hashCode() {
    return hash.sum();
  }

  @Override
  public String toString() {
    return hash + " " + entries.values();
  }
}

package lamplight.engine.sync;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * All that one viewer may know at one moment: an immutable set of entries, one a key, with its
 * hash.
 *
 * <p>Sets share structure: a change costs O(log n) and keeps the hash and the size by adding and
 * subtracting. Iteration is in the order of the keys, so that two equal sets are written alike.
 */
public final class EntrySet implements Iterable<Entry> {

  public static final EntrySet EMPTY = new EntrySet(null, 0, StateHash.EMPTY, 0);

  private final @Nullable EntryTree tree;
  private final int size;
  private final StateHash hash;
  private final int bytes;

  private EntrySet(@Nullable EntryTree tree, int size, StateHash hash, int bytes) {
    this.tree = tree;
    this.size = size;
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
    Entry old = EntryTree.get(tree, entry.key());
    if (old == null) {
      return new EntrySet(
          EntryTree.with(tree, entry), size + 1, hash.plus(entry), bytes + entry.bytes());
    }
    return old.equals(entry)
        ? this
        : new EntrySet(
            EntryTree.with(tree, entry),
            size,
            hash.minus(old).plus(entry),
            bytes - old.bytes() + entry.bytes());
  }

  /** This set without what {@code key} has. */
  public EntrySet without(Key key) {
    Entry old = EntryTree.get(tree, key);
    return old == null
        ? this
        : new EntrySet(
            EntryTree.without(tree, key), size - 1, hash.minus(old), bytes - old.bytes());
  }

  public Optional<Entry> get(Key key) {
    return Optional.ofNullable(EntryTree.get(tree, key));
  }

  public Optional<Entry> get(String kind, String id) {
    return get(new Key(kind, id));
  }

  public StateHash hash() {
    return hash;
  }

  public int size() {
    return size;
  }

  /** Length of all lines on the wire. */
  int bytes() {
    return bytes;
  }

  @Override
  public Iterator<Entry> iterator() {
    return EntryTree.iterator(tree);
  }

  public Stream<Entry> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** The entries of one kind, in the order of their ids. */
  public Stream<Entry> stream(String kind) {
    return stream().filter(entry -> entry.kind().equals(kind));
  }

  /** Tells what made this set of {@code before}, in the order of the keys. */
  void compare(EntrySet before, EntryTree.Differences differences) {
    EntryTree.compare(before.tree, tree, differences);
  }

  /** Whether {@code other} is this very object: what did not change is not made again. */
  boolean is(EntrySet other) {
    return (Object) this == other;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntrySet set
        && hash.equals(set.hash)
        && size == set.size
        && Differ.between(this, set).isEmpty();
  }

  @Override
  public int hashCode() {
    return hash.sum();
  }

  @Override
  public String toString() {
    return hash + " " + stream().toList();
  }
}

package lamplight.engine.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one viewer may know at one moment: an immutable set of entries, one a key, with its
 * hash.
 *
 * <p>Sets share structure: a change costs about the same however many entries there are, and keeps
 * the hash and the size by adding and subtracting. Iteration is in the order of the keys, so that
 * two equal sets are written alike.
 */
public final class EntrySet implements Iterable<Entry> {

  public static final EntrySet EMPTY = new EntrySet(EntryTree.EMPTY, 0, 0, 0);

  private static final Comparator<Entry> BY_KEY = Comparator.comparing(Entry::key);

  private final EntryTree tree;
  private final int size;
  private final int sum;
  private final int bytes;

  /** In the order of their keys, once somebody asked for it. */
  private volatile @Nullable List<Entry> sorted;

  private EntrySet(EntryTree tree, int size, int sum, int bytes) {
    this.tree = tree;
    this.size = size;
    this.sum = sum;
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
    Entry old = tree.get(entry.key());
    if (old == null) {
      return new EntrySet(tree.with(entry), size + 1, sum + entry.crc(), bytes + entry.bytes());
    }
    if (old.equals(entry)) {
      return this;
    }
    entry.takePlaceOf(old);
    return new EntrySet(
        tree.with(entry), size, sum - old.crc() + entry.crc(), bytes - old.bytes() + entry.bytes());
  }

  /** This set without what {@code key} has. */
  public EntrySet without(Key key) {
    Entry old = tree.get(key);
    return old == null
        ? this
        : new EntrySet(tree.without(key), size - 1, sum - old.crc(), bytes - old.bytes());
  }

  public Optional<Entry> get(Key key) {
    return Optional.ofNullable(tree.get(key));
  }

  public Optional<Entry> get(String kind, String id) {
    return get(new Key(kind, id));
  }

  public StateHash hash() {
    return new StateHash(sum);
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
    return sorted().iterator();
  }

  public Stream<Entry> stream() {
    return sorted().stream();
  }

  private List<Entry> sorted() {
    List<Entry> made = sorted;
    if (made == null) {
      List<Entry> entries = new ArrayList<>(size);
      tree.forEach(entries::add);
      entries.sort(BY_KEY);
      made = List.copyOf(entries);
      sorted = made;
    }
    return made;
  }

  /** The entries of one kind, in the order of their ids. */
  public Stream<Entry> stream(String kind) {
    return stream().filter(entry -> entry.kind().equals(kind));
  }

  /** Tells what made this set of {@code before}, in no order that means anything. */
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
        && sum == set.sum
        && size == set.size
        && Differ.between(this, set).isEmpty();
  }

  @Override
  public int hashCode() {
    return sum;
  }

  @Override
  public String toString() {
    return hash() + " " + sorted();
  }
}

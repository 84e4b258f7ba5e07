package lamplight.engine.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entries that a group of viewers shares: what the party knows, what can be perceived in a room,
 * what is one player's own.
 *
 * <p>It remembers what they were at each of the last {@value #VERSIONS} versions that changed them,
 * and which keys each of those changed. So what is new since then costs as much as what changed,
 * however large the scope is, and is worked out once for all who ask.
 */
public final class Scope {

  /** Changes that are kept; a replica from before them gets a snapshot. */
  public static final int VERSIONS = 128;

  /** The entries from one version to the next, and the keys that became other at that version. */
  private record Edition(long version, EntrySet entries, List<Key> changed) {}

  private final Deque<Edition> editions = new ArrayDeque<>();
  private final IdentityHashMap<EntrySet, Patch> patches = new IdentityHashMap<>();
  private final Tally tally;
  private Edition newest;
  private @Nullable Patch all;

  /** A scope that begins with these entries. */
  public Scope(long version, EntrySet entries, Tally tally) {
    this.tally = tally;
    this.newest = new Edition(version, entries, List.of());
    editions.add(newest);
  }

  /** The entries as they are now. */
  public EntrySet entries() {
    return newest.entries;
  }

  /**
   * The entries are others at a later version; true if that changed anything.
   *
   * @throws IllegalArgumentException if {@code version} is not later than the last change
   */
  public boolean become(long version, EntrySet next) {
    return !next.is(newest.entries) && change(version, Differ.between(newest.entries, next));
  }

  /**
   * These changes were made at a later version; true if that changed anything. A key occurs at most
   * once.
   */
  public boolean change(long version, Collection<Change> changes) {
    if (version <= newest.version) {
      throw new IllegalArgumentException("version " + version + " after " + newest.version);
    }
    EntrySet made = newest.entries;
    List<Key> keys = new ArrayList<>(changes.size());
    for (Change change : changes) {
      EntrySet next = change.applyTo(made).orElseThrow();
      if (!next.is(made)) {
        keys.add(change.key());
        made = next;
      }
    }
    if (keys.isEmpty()) {
      return false;
    }
    newest = new Edition(version, made, keys);
    editions.add(newest);
    if (editions.size() > VERSIONS) {
      editions.remove();
    }
    patches.clear();
    all = null;
    return true;
  }

  /** The entries at {@code version}; empty if that is not kept any more. */
  Optional<EntrySet> at(long version) {
    for (Iterator<Edition> back = editions.descendingIterator(); back.hasNext(); ) {
      Edition edition = back.next();
      if (edition.version <= version) {
        return Optional.of(edition.entries);
      }
    }
    return Optional.empty();
  }

  /** What became of {@code held}, entries of this scope at some version. */
  Patch since(EntrySet held) {
    if (held.is(newest.entries)) {
      return Patch.EMPTY;
    }
    return patches.computeIfAbsent(
        held,
        from -> tally.made(Patch.of(Differ.between(from, newest.entries, changedSince(from)))));
  }

  /** All entries. */
  Patch all() {
    Patch made = all;
    if (made == null) {
      made = tally.made(Patch.all(newest.entries));
      all = made;
    }
    return made;
  }

  /** The keys that may be others than in {@code held}, in their order. */
  private Set<Key> changedSince(EntrySet held) {
    Set<Key> keys = new TreeSet<>();
    for (Iterator<Edition> back = editions.descendingIterator(); back.hasNext(); ) {
      Edition edition = back.next();
      if (edition.entries.is(held)) {
        return keys;
      }
      keys.addAll(edition.changed);
    }
    Stream.of(held, newest.entries).forEach(set -> set.forEach(entry -> keys.add(entry.key())));
    return keys;
  }
}

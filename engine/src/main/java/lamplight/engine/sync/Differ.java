package lamplight.engine.sync;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a set of entries, in the fewest and shortest lines that say all of it. */
public final class Differ {

  private final Iterator<Entry> olds;
  private final Iterator<Entry> news;
  private @Nullable Entry old;
  private @Nullable Entry fresh;
  private final List<Change> changes = new ArrayList<>();

  private Differ(EntrySet from, EntrySet to) {
    olds = from.iterator();
    news = to.iterator();
  }

  /** The changes that make {@code to} of {@code from}, in the order of their keys. */
  public static List<Change> between(EntrySet from, EntrySet to) {
    return new Differ(from, to).walk();
  }

  /** The same for sets that differ at most in these keys, in the order of {@code keys}. */
  static List<Change> between(EntrySet from, EntrySet to, Iterable<Key> keys) {
    List<Change> changes = new ArrayList<>();
    for (Key key : keys) {
      Optional<Entry> before = from.get(key);
      Optional<Entry> after = to.get(key);
      if (!before.equals(after)) {
        changes.add(
            after
                .map(entry -> before.map(old -> replaced(old, entry)).orElseGet(() -> added(entry)))
                .orElseGet(() -> new Change.Gone(key)));
      }
    }
    return changes;
  }

  /** Both sets are in the order of their keys, so one walk over both meets every key once. */
  private List<Change> walk() {
    old = next(olds);
    fresh = next(news);
    while (old != null || fresh != null) {
      step(old, fresh);
    }
    return changes;
  }

  private void step(@Nullable Entry before, @Nullable Entry after) {
    if (after == null || (before != null && before.key().compareTo(after.key()) < 0)) {
      if (before != null) {
        changes.add(new Change.Gone(before.key()));
      }
      old = next(olds);
    } else if (before == null || before.key().compareTo(after.key()) > 0) {
      changes.add(added(after));
      fresh = next(news);
    } else {
      if (!before.equals(after)) {
        changes.add(replaced(before, after));
      }
      old = next(olds);
      fresh = next(news);
    }
  }

  private static Change added(Entry entry) {
    boolean visited = entry.kind().equals(Known.Visited.KIND) && entry.fields().isEmpty();
    return visited ? new Change.RoomVisited(entry.id()) : new Change.Put(entry);
  }

  /** A short form stands where it makes exactly the new entry of the old one. */
  private static Change replaced(Entry before, Entry after) {
    Optional<Change> shorter =
        switch (after.kind()) {
          case Known.Player.KIND -> Optional.of(new Change.PlayerRoom(after.id(), after.field(0)));
          case Known.Item.KIND -> Optional.of(new Change.ItemOwner(after.id(), after.field(0)));
          default -> Optional.empty();
        };
    return shorter
        .filter(change -> !after.field(0).equals(Known.Item.NOBODY))
        .filter(
            change -> change.applyTo(EntrySet.of(before)).equals(Optional.of(EntrySet.of(after))))
        .orElseGet(() -> new Change.Put(after));
  }

  private static @Nullable Entry next(Iterator<Entry> entries) {
    return entries.hasNext() ? entries.next() : null;
  }
}

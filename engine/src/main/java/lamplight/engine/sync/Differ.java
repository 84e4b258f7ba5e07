package lamplight.engine.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of a set of entries, in the fewest and shortest lines that say all of it. */
public final class Differ {

  private Differ() {}

  /** The changes that make {@code to} of {@code from}, in the order of their keys. */
  public static List<Change> between(EntrySet from, EntrySet to) {
    List<Change> changes = new ArrayList<>();
    to.compare(
        from,
        new EntryTree.Differences() {
          @Override
          public void added(Entry entry) {
            changes.add(Differ.added(entry));
          }

          @Override
          public void replaced(Entry before, Entry after) {
            changes.add(Differ.replaced(before, after));
          }

          @Override
          public void gone(Entry entry) {
            changes.add(new Change.Gone(entry.key()));
          }
        });
    return changes;
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

  private static Change added(Entry entry) {
    boolean visited = entry.kind().equals(Known.Visited.KIND) && entry.fields().isEmpty();
    return visited ? new Change.RoomVisited(entry.id()) : new Change.Put(entry);
  }

  /** A short form stands where it makes exactly the new entry of the old one. */
  private static Change replaced(Entry before, Entry after) {
    String first = after.field(0);
    if (!first.equals(Known.Item.NOBODY)) {
      if (after.kind().equals(Known.Player.KIND) && isWithHead(before, after, List.of(first))) {
        return new Change.PlayerRoom(after.id(), first);
      }
      if (after.kind().equals(Known.Item.KIND)
          && isWithHead(before, after, List.of(first, Known.Item.OWNED))) {
        return new Change.ItemOwner(after.id(), first);
      }
    }
    return new Change.Put(after);
  }

  /** Whether {@code after} is {@code before} with other first fields. */
  private static boolean isWithHead(Entry before, Entry after, List<String> head) {
    List<String> old = before.fields();
    List<String> fresh = after.fields();
    int from = head.size();
    return fresh.size() >= from
        && fresh.subList(0, from).equals(head)
        && fresh
            .subList(from, fresh.size())
            .equals(old.subList(Math.min(from, old.size()), old.size()));
  }
}

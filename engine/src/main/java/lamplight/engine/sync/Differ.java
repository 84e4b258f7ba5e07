package lamplight.engine.sync;

import java.util.ArrayList;
import java.util.List;

/** What became of a set of entries, in the fewest and shortest lines that say all of it. */
public final class Differ {

  private Differ() {}

  /** The changes that make {@code to} of {@code from}, in no order that means anything. */
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

  private static Change added(Entry entry) {
    boolean visited = entry.kind().equals(Known.Visited.KIND) && entry.fieldCount() == 0;
    return visited ? new Change.RoomVisited(entry.key()) : new Change.Put(entry);
  }

  /** A short form stands where it makes exactly the new entry of the old one. */
  private static Change replaced(Entry before, Entry after) {
    String first = after.field(0);
    if (first.isEmpty() || first.equals(Known.Item.NOBODY)) {
      return new Change.Put(after);
    }
    if (after.kind().equals(Known.Player.KIND) && areSameFrom(1, before, after)) {
      return new Change.PlayerRoom(after.key(), first);
    }
    if (after.kind().equals(Known.Item.KIND)
        && after.field(1).equals(Known.Item.OWNED)
        && areSameFrom(2, before, after)) {
      return new Change.ItemOwner(after.key(), first);
    }
    return new Change.Put(after);
  }

  /** Whether two entries have the same fields from an index on. */
  private static boolean areSameFrom(int index, Entry a, Entry b) {
    for (int i = Math.max(a.fieldCount(), b.fieldCount()) - 1; i >= index; i--) {
      if (!a.field(i).equals(b.field(i))) {
        return false;
      }
    }
    return true;
  }
}

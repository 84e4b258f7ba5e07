package lamplight.engine.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Entries by the hashes of their keys: a tree that is never changed and shares what it can with the
 * trees that are made of it.
 *
 * <p>A branch has 32 places, and the next five bits of a key's hash say in which of them its entry
 * is: itself if it is alone there, in a further branch if not. So which keys there are decides how
 * the tree looks, whatever happened before, and two trees of nearly the same entries are nearly the
 * same objects: {@link #compare} passes over those.
 *
 * <p>Source: Bagwell, Ideal Hash Trees (2001); Steindorfer and Vinju, Optimizing Hash-Array Mapped
 * Tries for Fast and Lean Immutable JVM Collections (OOPSLA 2015).
 */
final class EntryTree {

  static final EntryTree EMPTY = new EntryTree(0, new Object[0]);

  private static final int PLACE_BITS = 5;

  /** All bits of a hash are used up here: entries that still share a place are twins. */
  private static final int DEPTH = 7;

  /** A bit for each place where something is. */
  private final int taken;

  /** What is there, in the order of the places: an entry, a branch, or twins. */
  private final Object[] slots;

  private EntryTree(int taken, Object[] slots) {
    this.taken = taken;
    this.slots = slots;
  }

  /** Entries of different keys that have one hash. */
  private record Twins(List<Entry> entries) {

    Twins with(Entry entry) {
      List<Entry> more = others(entry.key());
      more.add(entry);
      return new Twins(more);
    }

    Object without(Key key) {
      List<Entry> left = others(key);
      return left.size() == 1 ? left.get(0) : new Twins(left);
    }

    private List<Entry> others(Key key) {
      List<Entry> others = new ArrayList<>(entries);
      others.removeIf(entry -> entry.key().equals(key));
      return others;
    }
  }

  /** What became of an entry. */
  interface Differences {
    void added(Entry entry);

    void replaced(Entry before, Entry after);

    void gone(Entry entry);
  }

  private static int hash(Key key) {
    return key.hashCode() * 0x9E3779B9;
  }

  /** The bit of the place that a hash has in a branch so deep. */
  private static int bit(int hash, int depth) {
    return 1 << (hash << (PLACE_BITS * depth) >>> (Integer.SIZE - PLACE_BITS));
  }

  private int index(int bit) {
    return Integer.bitCount(taken & (bit - 1));
  }

  private @Nullable Object slot(int bit) {
    return (taken & bit) == 0 ? null : slots[index(bit)];
  }

  @Nullable Entry get(Key key) {
    int hash = hash(key);
    EntryTree branch = this;
    for (int depth = 0; ; depth++) {
      Object there = branch.slot(bit(hash, depth));
      if (!(there instanceof EntryTree below)) {
        return there instanceof Entry entry && entry.key().equals(key)
            ? entry
            : find(leaves(there), key);
      }
      branch = below;
    }
  }

  private static @Nullable Entry find(List<Entry> entries, Key key) {
    for (Entry entry : entries) {
      if (entry.key().equals(key)) {
        return entry;
      }
    }
    return null;
  }

  /** The entries of a slot that is no branch. */
  private static List<Entry> leaves(@Nullable Object slot) {
    if (slot instanceof Entry entry) {
      return List.of(entry);
    }
    return slot instanceof Twins twins ? twins.entries : List.of();
  }

  /** This tree with {@code entry} in place of what its key had. */
  EntryTree with(Entry entry) {
    return with(entry, hash(entry.key()), 0);
  }

  private EntryTree with(Entry entry, int hash, int depth) {
    int bit = bit(hash, depth);
    Object there = slot(bit);
    if (there == null) {
      return inserted(bit, entry);
    }
    if (there instanceof EntryTree branch) {
      return replaced(bit, branch.with(entry, hash, depth + 1));
    }
    if (there instanceof Entry old) {
      boolean same = old.key().equals(entry.key());
      return replaced(bit, same ? entry : both(old, entry, hash, depth + 1));
    }
    return replaced(bit, ((Twins) there).with(entry));
  }

  private static Object both(Entry one, Entry other, int hash, int depth) {
    return depth == DEPTH
        ? new Twins(List.of(one, other))
        : EMPTY.with(one, hash(one.key()), depth).with(other, hash, depth);
  }

  /** This tree without what {@code key} has. */
  EntryTree without(Key key) {
    return without(key, hash(key), 0);
  }

  private EntryTree without(Key key, int hash, int depth) {
    int bit = bit(hash, depth);
    Object there = slot(bit);
    if (there instanceof EntryTree branch) {
      EntryTree left = branch.without(key, hash, depth + 1);
      return left == branch ? this : replaced(bit, left.orLoneEntry());
    }
    if (find(leaves(there), key) == null) {
      return this;
    }
    return there instanceof Twins twins ? replaced(bit, twins.without(key)) : cut(bit);
  }

  /** An entry that is alone needs no branch. */
  private Object orLoneEntry() {
    return slots.length == 1 && !(slots[0] instanceof EntryTree) ? slots[0] : this;
  }

  private EntryTree replaced(int bit, Object slot) {
    Object[] other = slots.clone();
    other[index(bit)] = slot;
    return new EntryTree(taken, other);
  }

  private EntryTree inserted(int bit, Object slot) {
    int at = index(bit);
    Object[] more = new Object[slots.length + 1];
    System.arraycopy(slots, 0, more, 0, at);
    more[at] = slot;
    System.arraycopy(slots, at, more, at + 1, slots.length - at);
    return new EntryTree(taken | bit, more);
  }

  private EntryTree cut(int bit) {
    int at = index(bit);
    Object[] less = new Object[slots.length - 1];
    System.arraycopy(slots, 0, less, 0, at);
    System.arraycopy(slots, at + 1, less, at, less.length - at);
    return new EntryTree(taken & ~bit, less);
  }

  /** Tells what made {@code after} of {@code before}, in the order of the places. */
  static void compare(EntryTree before, EntryTree after, Differences differences) {
    compare(before, after, 0, differences);
  }

  private static void compare(EntryTree before, EntryTree after, int depth, Differences to) {
    if (before.taken == after.taken) {
      compareSlots(before.slots, after.slots, depth, to);
      return;
    }
    for (int left = before.taken | after.taken; left != 0; left &= left - 1) {
      int bit = Integer.lowestOneBit(left);
      Object old = before.slot(bit);
      Object fresh = after.slot(bit);
      if (old == null) {
        forEach(fresh, to::added);
      } else if (fresh == null) {
        forEach(old, to::gone);
      } else if (old != fresh) {
        compareSlots(old, fresh, depth + 1, to);
      }
    }
  }

  /** The same places are taken, as nearly always: most of what is in them is the same, too. */
  private static void compareSlots(Object[] before, Object[] after, int depth, Differences to) {
    for (int i = 0; i < before.length; i++) {
      if (before[i] != after[i]) {
        compareSlots(before[i], after[i], depth + 1, to);
      }
    }
  }

  private static void compareSlots(Object old, Object fresh, int depth, Differences to) {
    if (old instanceof Entry before
        && fresh instanceof Entry after
        && before.key().equals(after.key())) {
      compareEntries(before, after, to);
    } else if (old instanceof EntryTree || fresh instanceof EntryTree) {
      compare(branch(old, depth), branch(fresh, depth), depth, to);
    } else {
      compareLeaves(leaves(old), leaves(fresh), to);
    }
  }

  /** The slot as a branch so deep. */
  private static EntryTree branch(Object slot, int depth) {
    if (slot instanceof EntryTree branch) {
      return branch;
    }
    return slot instanceof Entry entry ? EMPTY.with(entry, hash(entry.key()), depth) : EMPTY;
  }

  private static void compareLeaves(List<Entry> before, List<Entry> after, Differences to) {
    for (Entry old : before) {
      Entry fresh = find(after, old.key());
      if (fresh == null) {
        to.gone(old);
      } else {
        compareEntries(old, fresh, to);
      }
    }
    for (Entry fresh : after) {
      if (find(before, fresh.key()) == null) {
        to.added(fresh);
      }
    }
  }

  private static void compareEntries(Entry before, Entry after, Differences to) {
    if (!before.equals(after)) {
      to.replaced(before, after);
    }
  }

  /** All entries, in the order of the places. */
  void forEach(Consumer<Entry> action) {
    for (Object slot : slots) {
      forEach(slot, action);
    }
  }

  private static void forEach(@Nullable Object slot, Consumer<Entry> action) {
    if (slot instanceof Entry entry) {
      action.accept(entry);
    } else if (slot instanceof EntryTree branch) {
      branch.forEach(action);
    } else {
      leaves(slot).forEach(action);
    }
  }
}

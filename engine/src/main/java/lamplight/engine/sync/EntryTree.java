package lamplight.engine.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Entries in the order of their keys: a tree that is never changed and shares what it can with the
 * trees that are made of it.
 *
 * <p>Above each entry stand only those of a higher priority, which is a hash of the key (a treap).
 * So which keys there are decides how the tree looks, whatever happened before, and two trees of
 * nearly the same entries are nearly the same objects: {@link #compare} passes over those.
 *
 * <p>No tree is null. Source: Seidel and Aragon, Randomized Search Trees, Algorithmica 16 (1996).
 */
final class EntryTree {

  private final Entry entry;
  private final @Nullable EntryTree left;
  private final @Nullable EntryTree right;

  private EntryTree(Entry entry, @Nullable EntryTree left, @Nullable EntryTree right) {
    this.entry = entry;
    this.left = left;
    this.right = right;
  }

  /** What became of an entry. */
  interface Differences {
    void added(Entry entry);

    void replaced(Entry before, Entry after);

    void gone(Entry entry);
  }

  static @Nullable Entry get(@Nullable EntryTree tree, Key key) {
    EntryTree at = tree;
    while (at != null) {
      int side = key.compareTo(at.entry.key());
      if (side == 0) {
        return at.entry;
      }
      at = side < 0 ? at.left : at.right;
    }
    return null;
  }

  /** {@code tree} with {@code entry} in place of what its key had. */
  static EntryTree with(@Nullable EntryTree tree, Entry entry) {
    if (tree == null) {
      return new EntryTree(entry, null, null);
    }
    int side = entry.key().compareTo(tree.entry.key());
    if (side == 0) {
      return new EntryTree(entry, tree.left, tree.right);
    }
    if (above(entry, tree.entry)) {
      return new EntryTree(entry, before(tree, entry.key()), behind(tree, entry.key()));
    }
    return side < 0
        ? new EntryTree(tree.entry, with(tree.left, entry), tree.right)
        : new EntryTree(tree.entry, tree.left, with(tree.right, entry));
  }

  /** {@code tree} without what {@code key} has. */
  static @Nullable EntryTree without(@Nullable EntryTree tree, Key key) {
    if (tree == null) {
      return null;
    }
    int side = key.compareTo(tree.entry.key());
    if (side == 0) {
      return joined(tree.left, tree.right);
    }
    return side < 0
        ? new EntryTree(tree.entry, without(tree.left, key), tree.right)
        : new EntryTree(tree.entry, tree.left, without(tree.right, key));
  }

  /** Tells what made {@code after} of {@code before}, in the order of the keys. */
  static void compare(
      @Nullable EntryTree before, @Nullable EntryTree after, Differences differences) {
    if (isSame(before, after)) {
      return;
    }
    if (before != null && (after == null || above(before.entry, after.entry))) {
      compare(before.left, before(after, before.entry.key()), differences);
      differences.gone(before.entry);
      compare(before.right, behind(after, before.entry.key()), differences);
    } else if (after != null && (before == null || above(after.entry, before.entry))) {
      compare(before(before, after.entry.key()), after.left, differences);
      differences.added(after.entry);
      compare(behind(before, after.entry.key()), after.right, differences);
    } else if (before != null && after != null) {
      compare(before.left, after.left, differences);
      if (!before.entry.equals(after.entry)) {
        differences.replaced(before.entry, after.entry);
      }
      compare(before.right, after.right, differences);
    }
  }

  private static boolean isSame(@Nullable Object before, @Nullable Object after) {
    return before == after;
  }

  /** What of {@code tree}, which does not have the key, comes before it. */
  private static @Nullable EntryTree before(@Nullable EntryTree tree, Key key) {
    if (tree == null) {
      return null;
    }
    return key.compareTo(tree.entry.key()) < 0
        ? before(tree.left, key)
        : new EntryTree(tree.entry, tree.left, before(tree.right, key));
  }

  /** What of {@code tree}, which does not have the key, comes behind it. */
  private static @Nullable EntryTree behind(@Nullable EntryTree tree, Key key) {
    if (tree == null) {
      return null;
    }
    return key.compareTo(tree.entry.key()) > 0
        ? behind(tree.right, key)
        : new EntryTree(tree.entry, behind(tree.left, key), tree.right);
  }

  /** Both trees; all of one comes before all of the other. */
  private static @Nullable EntryTree joined(@Nullable EntryTree left, @Nullable EntryTree right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return above(left.entry, right.entry)
        ? new EntryTree(left.entry, left.left, joined(left.right, right))
        : new EntryTree(right.entry, joined(left, right.left), right.right);
  }

  /** Whether an entry stands above one of another key. */
  private static boolean above(Entry entry, Entry other) {
    int higher = Integer.compare(entry.priority(), other.priority());
    return higher > 0 || (higher == 0 && entry.key().compareTo(other.key()) < 0);
  }

  static Iterator<Entry> iterator(@Nullable EntryTree tree) {
    return new InOrder(tree);
  }

  private static final class InOrder implements Iterator<Entry> {
    private final Deque<EntryTree> next = new ArrayDeque<>();

    InOrder(@Nullable EntryTree tree) {
      descend(tree);
    }

    private void descend(@Nullable EntryTree tree) {
      for (EntryTree at = tree; at != null; at = at.left) {
        next.push(at);
      }
    }

    @Override
    public boolean hasNext() {
      return !next.isEmpty();
    }

    @Override
    public Entry next() {
      if (next.isEmpty()) {
        throw new NoSuchElementException();
      }
      EntryTree at = next.pop();
      descend(at.right);
      return at.entry;
    }
  }
}

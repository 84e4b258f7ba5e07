package lamplight.engine.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map in the order of its keys, which shares what did not change with the maps that
 * are made of it, so that two of them tell {@link #compare what differs} without a walk over the
 * rest.
 *
 * <p>The idea: a tree in which above each key stand only those of a higher priority, which is a
 * hash of the key (a treap). So which keys there are decides how the tree looks, whatever happened
 * before, and two maps of nearly the same elements are nearly the same objects. Source: Seidel and
 * Aragon, Randomized Search Trees, Algorithmica 16 (1996).
 */
public final class SharedMap<K extends Comparable<? super K>, V> extends AbstractMap<K, V> {

  private static final SharedMap<?, ?> EMPTY = new SharedMap<>(null, 0);

  private final @Nullable Node<K, V> root;
  private final int size;

  private SharedMap(@Nullable Node<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  /** Hears what differs between two maps. */
  public interface Differences<K, V> {

    /**
     * One element.
     *
     * @param before null: it was not there
     * @param after null: it is not there any more
     */
    void element(K key, @Nullable V before, @Nullable V after);
  }

  @SuppressWarnings("unchecked") // it has no element, whatever its type
  public static <K extends Comparable<? super K>, V> SharedMap<K, V> empty() {
    return (SharedMap<K, V>) EMPTY;
  }

  public static <K extends Comparable<? super K>, V> SharedMap<K, V> of(K key, V value) {
    return SharedMap.<K, V>empty().plus(key, value);
  }

  /** This map with a value in place of what its key had; itself if that is the same object. */
  @SuppressWarnings("ReferenceEquality")
  public SharedMap<K, V> plus(K key, V value) {
    Node<K, V> old = find(key);
    if (old == null) {
      return new SharedMap<>(inserted(root, new Node<>(key, value)), size + 1);
    }
    return old.getValue() == value ? this : new SharedMap<>(replaced(root, key, value), size);
  }

  /** This map without a key. */
  public SharedMap<K, V> minus(K key) {
    return find(key) == null ? this : new SharedMap<>(without(root, key), size - 1);
  }

  /** This map without some keys, of which it need not have any. */
  public SharedMap<K, V> minusAll(Iterable<K> keys) {
    SharedMap<K, V> left = this;
    for (K key : keys) {
      left = left.minus(key);
    }
    return left;
  }

  /**
   * The first key.
   *
   * @throws NoSuchElementException if the map is empty
   */
  public K firstKey() {
    return entrySet().iterator().next().getKey();
  }

  /**
   * Says which keys have another object than before, in the order of the keys. It takes time by how
   * many they are, and hardly by the size of the maps.
   */
  public static <K extends Comparable<? super K>, V> void compare(
      SharedMap<K, V> before, SharedMap<K, V> after, Differences<K, V> differences) {
    compare(before.root, after.root, differences);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  @SuppressWarnings("unchecked") // as in every sorted map, another type is the caller's mistake
  public @Nullable V get(Object key) {
    Node<K, V> node = find((K) key);
    return node == null ? null : node.getValue();
  }

  @Override
  @SuppressWarnings("unchecked")
  public boolean containsKey(Object key) {
    return find((K) key) != null;
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<K, V>> iterator() {
        return new InOrder<>(root);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  private @Nullable Node<K, V> find(K key) {
    Node<K, V> at = root;
    while (at != null) {
      int side = key.compareTo(at.getKey());
      if (side == 0) {
        return at;
      }
      at = side < 0 ? at.left : at.right;
    }
    return null;
  }

  /** An element, and what of the tree is below it. */
  private static final class Node<K extends Comparable<? super K>, V>
      extends SimpleImmutableEntry<K, V> {
    private static final long serialVersionUID = 1;

    /** Spreads the bits of a hash over all of a number (the golden ratio of 2^32). */
    private static final int SPREAD = 0x9E3779B9;

    private final transient @Nullable Node<K, V> left;
    private final transient @Nullable Node<K, V> right;
    private final int priority;

    private Node(
        K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right, int priority) {
      super(key, value);
      this.left = left;
      this.right = right;
      this.priority = priority;
    }

    Node(K key, V value) {
      this(key, value, null, null, key.hashCode() * SPREAD);
    }

    Node<K, V> over(@Nullable Node<K, V> lower, @Nullable Node<K, V> upper) {
      return new Node<>(getKey(), getValue(), lower, upper, priority);
    }

    Node<K, V> with(V value) {
      return new Node<>(getKey(), value, left, right, priority);
    }

    boolean hasKeyOf(Node<K, V> other) {
      return priority == other.priority && getKey().equals(other.getKey());
    }

    boolean isAbove(Node<K, V> other) {
      return priority > other.priority
          || (priority == other.priority && getKey().compareTo(other.getKey()) < 0);
    }
  }

  /** A tree with another value for a key that it has. */
  private static <K extends Comparable<? super K>, V> Node<K, V> replaced(
      @Nullable Node<K, V> tree, K key, V value) {
    if (tree == null) {
      throw new NoSuchElementException(key.toString());
    }
    int side = key.compareTo(tree.getKey());
    if (side == 0) {
      return tree.with(value);
    }
    return side < 0
        ? tree.over(replaced(tree.left, key, value), tree.right)
        : tree.over(tree.left, replaced(tree.right, key, value));
  }

  /** A tree with an element more, which has nothing below it. */
  private static <K extends Comparable<? super K>, V> Node<K, V> inserted(
      @Nullable Node<K, V> tree, Node<K, V> fresh) {
    if (tree == null) {
      return fresh;
    }
    K key = fresh.getKey();
    if (fresh.isAbove(tree)) {
      return fresh.over(before(tree, key), behind(tree, key));
    }
    return key.compareTo(tree.getKey()) < 0
        ? tree.over(inserted(tree.left, fresh), tree.right)
        : tree.over(tree.left, inserted(tree.right, fresh));
  }

  private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> without(
      @Nullable Node<K, V> tree, K key) {
    if (tree == null) {
      return null;
    }
    int side = key.compareTo(tree.getKey());
    if (side == 0) {
      return joined(tree.left, tree.right);
    }
    return side < 0
        ? tree.over(without(tree.left, key), tree.right)
        : tree.over(tree.left, without(tree.right, key));
  }

  /** What of a tree, which does not have the key, comes before it. */
  private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> before(
      @Nullable Node<K, V> tree, K key) {
    if (tree == null) {
      return null;
    }
    return key.compareTo(tree.getKey()) < 0
        ? before(tree.left, key)
        : tree.over(tree.left, before(tree.right, key));
  }

  /** What of a tree, which does not have the key, comes behind it. */
  private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> behind(
      @Nullable Node<K, V> tree, K key) {
    if (tree == null) {
      return null;
    }
    return key.compareTo(tree.getKey()) > 0
        ? behind(tree.right, key)
        : tree.over(behind(tree.left, key), tree.right);
  }

  /** Both trees; all of one comes before all of the other. */
  private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> joined(
      @Nullable Node<K, V> lower, @Nullable Node<K, V> upper) {
    if (lower == null || upper == null) {
      return lower == null ? upper : lower;
    }
    return lower.isAbove(upper)
        ? lower.over(lower.left, joined(lower.right, upper))
        : upper.over(joined(lower, upper.left), upper.right);
  }

  @SuppressWarnings("ReferenceEquality") // what is the same object need not be looked into
  private static <K extends Comparable<? super K>, V> void compare(
      @Nullable Node<K, V> before, @Nullable Node<K, V> after, Differences<K, V> out) {
    if (before == after) {
      return;
    }
    if (before != null && after != null && before.hasKeyOf(after)) {
      compare(before.left, after.left, out);
      if (before.getValue() != after.getValue()) {
        out.element(after.getKey(), before.getValue(), after.getValue());
      }
      compare(before.right, after.right, out);
    } else if (before != null && (after == null || before.isAbove(after))) {
      compare(before.left, before(after, before.getKey()), out);
      out.element(before.getKey(), before.getValue(), null);
      compare(before.right, behind(after, before.getKey()), out);
    } else if (after != null) {
      compare(before(before, after.getKey()), after.left, out);
      out.element(after.getKey(), null, after.getValue());
      compare(behind(before, after.getKey()), after.right, out);
    }
  }

  private static final class InOrder<K extends Comparable<? super K>, V>
      implements Iterator<Map.Entry<K, V>> {
    private final Deque<Node<K, V>> next = new ArrayDeque<>();

    InOrder(@Nullable Node<K, V> tree) {
      descend(tree);
    }

    private void descend(@Nullable Node<K, V> tree) {
      for (Node<K, V> at = tree; at != null; at = at.left) {
        next.push(at);
      }
    }

    @Override
    public boolean hasNext() {
      return !next.isEmpty();
    }

    @Override
    public Map.Entry<K, V> next() {
      Node<K, V> at = next.pop();
      descend(at.right);
      return at;
    }
  }
}

package lamplight.engine.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import lamplight.engine.model.SharedMap;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.ThingState;
import lamplight.engine.model.Things;
import lamplight.engine.sync.Entry;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A component of a record that is written as entries of its own, one an element: {@code
 * KIND:owner.key:field…}. What is the same object before and after is not looked into.
 *
 * @param <O> the record
 * @param <T> the component
 */
public abstract class Table<O, T> {

  final String kind;
  final Function<O, T> get;

  private Table(String kind, Function<O, T> get) {
    this.kind = kind;
    this.get = get;
  }

  /** Says what became of the component; a record that is not there has none. */
  @SuppressWarnings("ReferenceEquality")
  final void compare(String owner, @Nullable O before, @Nullable O after, Changes out) {
    T old = before == null ? null : get.apply(before);
    T fresh = after == null ? null : get.apply(after);
    if (old != fresh) {
      differ(owner, old, fresh, out);
    }
  }

  /** Says what became of a component that is another object than before. */
  abstract void differ(String owner, @Nullable T before, @Nullable T after, Changes out);

  abstract T read(String owner, Entries entries);

  /** A sorted map; the elements' own tables belong to {@code owner.key}. */
  public static <O, K extends Comparable<? super K>, V> Table<O, SharedMap<K, V>> map(
      String kind, Function<O, SharedMap<K, V>> get, Form<K> key, Layout<V> layout) {
    return new OfMap<>(kind, get, key, layout, Table::shared, SharedMap::compare);
  }

  private static <K extends Comparable<? super K>, V> SharedMap<K, V> shared(Map<K, V> all) {
    SharedMap<K, V> shared = SharedMap.empty();
    for (Map.Entry<K, V> element : all.entrySet()) {
      shared = shared.plus(element.getKey(), element.getValue());
    }
    return shared;
  }

  /** The things of a state. */
  static <O> Table<O, Things> things(
      String kind, Function<O, Things> get, Form<ThingId> key, Layout<ThingState> layout) {
    return new OfMap<>(kind, get, key, layout, Things::of, Things::compare);
  }

  /** How a kind of maps tells what became of one of them. */
  private interface Comparison<K, V, T> {
    void compare(T before, T after, SharedMap.Differences<K, V> out);
  }

  /**
   * A set.
   *
   * @param from makes it of its elements
   */
  public static <O, K, T extends Set<K>> Table<O, T> set(
      String kind, Function<O, T> get, Form<K> key, Function<Collection<K>, T> from) {
    return new OfSet<>(kind, get, key, from);
  }

  /**
   * The newest of something: elements come at the end and go at the beginning.
   *
   * @param number grows from element to element
   */
  public static <O, E> Table<O, PVector<E>> newest(
      String kind, Function<O, PVector<E>> get, ToIntFunction<E> number, Layout<E> layout) {
    return new OfNewest<>(kind, get, number, layout);
  }

  private static final class OfMap<O, K, V, T extends Map<K, V>> extends Table<O, T> {
    private final Form<K> key;
    private final Layout<V> layout;
    private final Function<Map<K, V>, T> from;
    private final Comparison<K, V, T> comparison;

    OfMap(
        String kind,
        Function<O, T> get,
        Form<K> key,
        Layout<V> layout,
        Function<Map<K, V>, T> from,
        Comparison<K, V, T> comparison) {
      super(kind, get);
      this.key = key;
      this.layout = layout;
      this.from = from;
      this.comparison = comparison;
    }

    @Override
    void differ(String owner, @Nullable T before, @Nullable T after, Changes out) {
      T olds = before == null ? from.apply(Map.of()) : before;
      T news = after == null ? from.apply(Map.of()) : after;
      comparison.compare(
          olds,
          news,
          (at, old, fresh) -> {
            String id = owner + key.write().apply(at);
            layout.compare(kind, id, id + ".", old, fresh, out);
          });
    }

    @Override
    T read(String owner, Entries entries) {
      Map<K, V> all = new HashMap<>();
      for (Entry entry : entries.of(kind, owner)) {
        String own = entry.id().substring(owner.length());
        V value = layout.read(entry.fields(), own, entry.id() + ".", entries);
        all.put(key.read().apply(own), value);
      }
      return from.apply(all);
    }
  }

  private static final class OfSet<O, K, T extends Set<K>> extends Table<O, T> {
    private final Form<K> key;
    private final Function<Collection<K>, T> from;

    OfSet(String kind, Function<O, T> get, Form<K> key, Function<Collection<K>, T> from) {
      super(kind, get);
      this.key = key;
      this.from = from;
    }

    @Override
    void differ(String owner, @Nullable T before, @Nullable T after, Changes out) {
      Set<K> olds = before == null ? Set.of() : before;
      Set<K> news = after == null ? Set.of() : after;
      int kept = 0;
      for (K element : news) {
        if (olds.contains(element)) {
          kept++;
        } else {
          out.put(null, entry(owner, element));
        }
      }
      if (kept < olds.size()) {
        olds.stream()
            .filter(element -> !news.contains(element))
            .sorted(Comparator.comparing(key.write()))
            .forEach(element -> out.gone(entry(owner, element)));
      }
    }

    private Entry entry(String owner, K element) {
      return Entry.of(kind, owner + key.write().apply(element));
    }

    @Override
    T read(String owner, Entries entries) {
      return from.apply(
          entries.of(kind, owner).stream()
              .map(entry -> key.read().apply(entry.id().substring(owner.length())))
              .toList());
    }
  }

  private static final class OfNewest<O, E> extends Table<O, PVector<E>> {
    private final ToIntFunction<E> number;
    private final Layout<E> layout;

    OfNewest(String kind, Function<O, PVector<E>> get, ToIntFunction<E> number, Layout<E> layout) {
      super(kind, get);
      this.number = number;
      this.layout = layout;
    }

    @Override
    void differ(
        String owner, @Nullable PVector<E> before, @Nullable PVector<E> after, Changes out) {
      List<E> olds = before == null ? List.of() : before;
      List<E> news = after == null ? List.of() : after;
      Set<Integer> kept = new HashSet<>();
      news.forEach(element -> kept.add(number.applyAsInt(element)));
      int last = olds.isEmpty() ? -1 : number.applyAsInt(olds.get(olds.size() - 1));
      olds.stream()
          .filter(element -> !kept.contains(number.applyAsInt(element)))
          .forEach(element -> out.gone(entry(owner, element)));
      news.stream()
          .filter(element -> number.applyAsInt(element) > last)
          .forEach(element -> out.put(null, entry(owner, element)));
    }

    /** The number has always ten digits, so that the order of the ids is that of the elements. */
    private Entry entry(String owner, E element) {
      String id = String.valueOf(10_000_000_000L + number.applyAsInt(element)).substring(1);
      return layout.entry(kind, owner + id, element);
    }

    @Override
    PVector<E> read(String owner, Entries entries) {
      return TreePVector.from(
          entries.of(kind, owner).stream().map(entry -> layout.read(entry)).toList());
    }
  }
}

package lamplight.engine.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.TreePSet;

/**
 * How the things of a session stand, immutable and in the order of their ids, with what each room,
 * thing and player has directly: nobody need walk all things to see a few.
 *
 * <p>Which things there are changes only with the world, so each has a number, under which it is
 * found at once. Those that stand as before are shared with the value before, in blocks.
 */
public final class Things extends AbstractMap<ThingId, ThingState> {

  /** How many things are copied when one of them changes. */
  private static final int BLOCK = 32;

  public static final Things NONE = of(Map.of());

  private final Roster roster;
  private final ThingState[][] blocks;
  private final PMap<Id, PSet<ThingId>> byHolder;

  private Things(Roster roster, ThingState[][] blocks, PMap<Id, PSet<ThingId>> byHolder) {
    this.roster = roster;
    this.blocks = blocks;
    this.byHolder = byHolder;
  }

  /** Which things there are, in order, and the number of each. */
  private record Roster(List<ThingId> ids, Map<ThingId, Integer> numbers) {
    static Roster of(List<ThingId> ids) {
      Map<ThingId, Integer> numbers = new HashMap<>();
      ids.forEach(id -> numbers.put(id, numbers.size()));
      return new Roster(ids, numbers);
    }
  }

  public static Things of(Map<ThingId, ThingState> all) {
    TreeMap<ThingId, ThingState> sorted = new TreeMap<>(all);
    ThingState[][] blocks = new ThingState[(all.size() + BLOCK - 1) / BLOCK][BLOCK];
    PMap<Id, PSet<ThingId>> byHolder = HashTreePMap.empty();
    int number = 0;
    for (Map.Entry<ThingId, ThingState> thing : sorted.entrySet()) {
      blocks[number / BLOCK][number % BLOCK] = thing.getValue();
      byHolder = moved(byHolder, thing.getKey(), Place.NOWHERE, thing.getValue().place());
      number++;
    }
    return new Things(Roster.of(List.copyOf(sorted.keySet())), blocks, byHolder);
  }

  /** What a room, a thing or a player has directly, in no order that means anything. */
  public Set<ThingId> heldBy(Id holder) {
    return byHolder.getOrDefault(holder, TreePSet.empty());
  }

  /** The same, but one of the things stands otherwise, or is new. */
  public Things plus(ThingId id, ThingState state) {
    Integer number = roster.numbers.get(id);
    if (number == null) {
      Map<ThingId, ThingState> all = new HashMap<>(this);
      all.put(id, state);
      return of(all);
    }
    ThingState[][] others = blocks.clone();
    ThingState[] block = blocks[number / BLOCK].clone();
    Place from = block[number % BLOCK].place();
    block[number % BLOCK] = state;
    others[number / BLOCK] = block;
    return new Things(roster, others, moved(byHolder, id, from, state.place()));
  }

  /** The same without one of the things. */
  public Things minus(ThingId id) {
    Map<ThingId, ThingState> all = new HashMap<>(this);
    all.remove(id);
    return of(all);
  }

  private static PMap<Id, PSet<ThingId>> moved(
      PMap<Id, PSet<ThingId>> byHolder, ThingId id, Place from, Place to) {
    if (from.equals(to)) {
      return byHolder;
    }
    PMap<Id, PSet<ThingId>> moved = byHolder;
    @Nullable Id old = from.holder();
    if (old != null) {
      PSet<ThingId> left = moved.getOrDefault(old, TreePSet.<ThingId>empty()).minus(id);
      moved = left.isEmpty() ? moved.minus(old) : moved.plus(old, left);
    }
    @Nullable Id holder = to.holder();
    return holder == null
        ? moved
        : moved.plus(holder, moved.getOrDefault(holder, TreePSet.<ThingId>empty()).plus(id));
  }

  /**
   * Says which things stand as another object than before, in the order of their ids. It takes time
   * by how many they are, as long as both have the same things.
   */
  @SuppressWarnings("ReferenceEquality") // what is the same object need not be looked into
  public static void compare(
      Things before, Things after, SharedMap.Differences<ThingId, ThingState> out) {
    if (before.roster != after.roster) {
      SharedMap.compare(before.shared(), after.shared(), out);
      return;
    }
    for (int i = 0; i < after.blocks.length; i++) {
      if (before.blocks[i] != after.blocks[i]) {
        for (int number = i * BLOCK; number < Math.min((i + 1) * BLOCK, after.size()); number++) {
          ThingState old = before.at(number);
          ThingState fresh = after.at(number);
          if (old != fresh) {
            out.element(after.roster.ids.get(number), old, fresh);
          }
        }
      }
    }
  }

  private SharedMap<ThingId, ThingState> shared() {
    SharedMap<ThingId, ThingState> shared = SharedMap.empty();
    for (Map.Entry<ThingId, ThingState> thing : entrySet()) {
      shared = shared.plus(thing.getKey(), thing.getValue());
    }
    return shared;
  }

  private ThingState at(int number) {
    return blocks[number / BLOCK][number % BLOCK];
  }

  @Override
  public @Nullable ThingState get(Object id) {
    Integer number = roster.numbers.get(id);
    return number == null ? null : at(number);
  }

  @Override
  public boolean containsKey(Object id) {
    return roster.numbers.containsKey(id);
  }

  @Override
  public int size() {
    return roster.ids.size();
  }

  @Override
  public Set<Map.Entry<ThingId, ThingState>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<ThingId, ThingState>> iterator() {
        return IntStream.range(0, size())
            .mapToObj(number -> Map.entry(roster.ids.get(number), at(number)))
            .iterator();
      }

      @Override
      public int size() {
        return roster.ids.size();
      }
    };
  }
}

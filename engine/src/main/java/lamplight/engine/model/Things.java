package lamplight.engine.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
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

/**
 * How the things of a session stand, immutable and in the order of their ids, with what each room,
 * thing and player has directly: nobody need walk all things to see a few.
 *
 * <p>Which things there are changes only with the world, so each has a number, under which it and
 * what it has are found at once. Those that stand as before are shared with the value before, in
 * blocks.
 */
public final class Things extends AbstractMap<ThingId, ThingState> {

  /** How many things are copied when one of them changes. */
  private static final int BLOCK = 32;

  public static final Things NONE = of(Map.of());

  private final Roster roster;
  private final Slot[][] blocks;

  private final SharedMap<PlayerId, List<ThingId>> carried;

  /** What is had by others than these things and players: by rooms. */
  private final PMap<Id, List<ThingId>> elsewhere;

  private Things(
      Roster roster,
      Slot[][] blocks,
      SharedMap<PlayerId, List<ThingId>> carried,
      PMap<Id, List<ThingId>> elsewhere) {
    this.roster = roster;
    this.blocks = blocks;
    this.carried = carried;
    this.elsewhere = elsewhere;
  }

  /**
   * A thing.
   *
   * @param has what it has directly, in the order of the ids
   */
  private record Slot(ThingState state, List<ThingId> has) {}

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
    Roster roster = Roster.of(List.copyOf(sorted.keySet()));
    Slot[][] blocks = new Slot[(all.size() + BLOCK - 1) / BLOCK][BLOCK];
    int number = 0;
    for (ThingState state : sorted.values()) {
      blocks[number / BLOCK][number % BLOCK] = new Slot(state, List.of());
      number++;
    }
    Things things = new Things(roster, blocks, SharedMap.empty(), HashTreePMap.empty());
    for (Map.Entry<ThingId, ThingState> thing : sorted.entrySet()) {
      things = things.moved(thing.getKey(), Place.NOWHERE, thing.getValue().place());
    }
    return things;
  }

  /** What a room, a thing or a player has directly, in the order of the ids. */
  public List<ThingId> heldBy(Id holder) {
    Integer number = roster.numbers.get(holder);
    if (number != null) {
      return slot(number).has;
    }
    List<ThingId> had = holder instanceof PlayerId ? carried.get(holder) : elsewhere.get(holder);
    return had == null ? List.of() : had;
  }

  /** What each player has directly who has anything, in the order of the ids. */
  public SharedMap<PlayerId, List<ThingId>> carried() {
    return carried;
  }

  /** The same, but one of the things stands otherwise, or is new. */
  public Things plus(ThingId id, ThingState state) {
    Integer number = roster.numbers.get(id);
    if (number == null) {
      Map<ThingId, ThingState> all = new HashMap<>(this);
      all.put(id, state);
      return of(all);
    }
    Slot old = slot(number);
    return with(number, new Slot(state, old.has)).moved(id, old.state.place(), state.place());
  }

  /** The same without one of the things. */
  public Things minus(ThingId id) {
    Map<ThingId, ThingState> all = new HashMap<>(this);
    all.remove(id);
    return of(all);
  }

  private Things with(int number, Slot slot) {
    Slot[][] others = blocks.clone();
    Slot[] block = blocks[number / BLOCK].clone();
    block[number % BLOCK] = slot;
    others[number / BLOCK] = block;
    return new Things(roster, others, carried, elsewhere);
  }

  private Things moved(ThingId id, Place from, Place to) {
    if (from.equals(to)) {
      return this;
    }
    @Nullable Id old = from.holder();
    @Nullable Id holder = to.holder();
    Things without = old == null ? this : having(old, without(heldBy(old), id));
    return holder == null ? without : without.having(holder, with(without.heldBy(holder), id));
  }

  private Things having(Id holder, List<ThingId> things) {
    Integer number = roster.numbers.get(holder);
    if (number != null) {
      return with(number, new Slot(slot(number).state, things));
    }
    if (holder instanceof PlayerId player) {
      return new Things(
          roster,
          blocks,
          things.isEmpty() ? carried.minus(player) : carried.plus(player, things),
          elsewhere);
    }
    return new Things(
        roster,
        blocks,
        carried,
        things.isEmpty() ? elsewhere.minus(holder) : elsewhere.plus(holder, things));
  }

  private static List<ThingId> without(List<ThingId> things, ThingId id) {
    List<ThingId> left = new ArrayList<>(things);
    left.remove(id);
    return List.copyOf(left);
  }

  private static List<ThingId> with(List<ThingId> things, ThingId id) {
    int at = Collections.binarySearch(things, id);
    List<ThingId> more = new ArrayList<>(things);
    more.add(at < 0 ? -at - 1 : at, id);
    return List.copyOf(more);
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
    return slot(number).state;
  }

  private Slot slot(int number) {
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

package lamplight.engine.model;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.TreePSet;

/**
 * How the things of a session stand, immutable and in the order of their ids, with what each room,
 * thing and player has directly: nobody need walk all things to see a few.
 */
public final class Things extends AbstractMap<ThingId, ThingState> {

  public static final Things NONE = new Things(SharedMap.empty(), HashTreePMap.empty());

  private final SharedMap<ThingId, ThingState> byId;
  private final PMap<Id, PSet<ThingId>> byHolder;

  private Things(SharedMap<ThingId, ThingState> byId, PMap<Id, PSet<ThingId>> byHolder) {
    this.byId = byId;
    this.byHolder = byHolder;
  }

  public static Things of(Map<ThingId, ThingState> all) {
    Things things = NONE;
    for (Map.Entry<ThingId, ThingState> thing : all.entrySet()) {
      things = things.plus(thing.getKey(), thing.getValue());
    }
    return things;
  }

  /** The same without what each room, thing and player has. */
  public SharedMap<ThingId, ThingState> byId() {
    return byId;
  }

  /** What a room, a thing or a player has directly, in no order that means anything. */
  public Set<ThingId> heldBy(Id holder) {
    return byHolder.getOrDefault(holder, TreePSet.empty());
  }

  public Things plus(ThingId id, ThingState state) {
    ThingState old = byId.get(id);
    Place from = old == null ? Place.NOWHERE : old.place();
    return new Things(byId.plus(id, state), moved(id, from, state.place()));
  }

  public Things minus(ThingId id) {
    ThingState old = byId.get(id);
    return old == null ? this : new Things(byId.minus(id), moved(id, old.place(), Place.NOWHERE));
  }

  private PMap<Id, PSet<ThingId>> moved(ThingId id, Place from, Place to) {
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

  @Override
  public @Nullable ThingState get(Object id) {
    return byId.get(id);
  }

  @Override
  public boolean containsKey(Object id) {
    return byId.containsKey(id);
  }

  @Override
  public int size() {
    return byId.size();
  }

  @Override
  public Set<Map.Entry<ThingId, ThingState>> entrySet() {
    return byId.entrySet();
  }
}

package lamplight.engine.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.SharedMap;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Things;
import lamplight.engine.model.World;
import org.jspecify.annotations.Nullable;

/**
 * Which scopes a step may have changed. It asks what is another object in the next state than in
 * the one before, not which change was made, so that no kind of change can be forgotten; too much
 * costs time, too little would be a wrong view. Of players it asks what others perceive of them and
 * what they perceive by it: what they remember and have done changes with every turn.
 *
 * @param party whether what all know may have changed
 * @param rooms where something may have changed that is perceived there
 */
record Difference(boolean party, Set<RoomId> rooms) {

  /** Everything, as for a state that nothing is known of. */
  static Difference all(State state) {
    Set<RoomId> rooms = new HashSet<>();
    state.players().values().forEach(player -> rooms.add(player.room()));
    return new Difference(true, rooms);
  }

  @SuppressWarnings("ReferenceEquality") // what is the same need not be looked into
  static Difference between(World world, State was, State is) {
    if (was.things().size() != is.things().size()) {
      return all(is);
    }
    boolean party =
        was.visited() != is.visited()
            || was.variables() != is.variables()
            || was.scored() != is.scored()
            || !was.ended().equals(is.ended())
            || is.ended().isPresent()
            || was.players().size() != is.players().size();
    Set<RoomId> rooms = new HashSet<>();
    party |= players(was, is, rooms);
    party |= things(world, was, is, rooms);
    return new Difference(party, rooms);
  }

  boolean isNothing() {
    return !party && rooms.isEmpty();
  }

  /** This, and wherever one of some things was or is. */
  Difference or(World world, State was, State is, List<ThingId> some) {
    Set<RoomId> more = new HashSet<>(rooms);
    some.forEach(thing -> around(world, was, is, thing, more));
    return new Difference(party, more);
  }

  private static void around(World world, State was, State is, ThingId thing, Set<RoomId> rooms) {
    ThingId whole = world.thing(thing).partOf().orElse(thing);
    if (world.thing(whole).kind() == Thing.Kind.DOOR) {
      doorways(world, is, whole, rooms);
    }
    new Sight(world, was).room(thing).ifPresent(rooms::add);
    new Sight(world, is).room(thing).ifPresent(rooms::add);
  }

  private static boolean players(State was, State is, Set<RoomId> rooms) {
    boolean[] party = {false};
    SharedMap.compare(
        was.players(), is.players(), (id, old, now) -> party[0] |= player(old, now, rooms));
    return party[0];
  }

  /** What another object of a player may change; whether that is for all to know. */
  private static boolean player(
      @Nullable PlayerState old, @Nullable PlayerState now, Set<RoomId> rooms) {
    if (old != null && now != null && sameToAll(old, now)) {
      if (!perceivesTheSame(old, now)) {
        rooms.add(now.room());
      }
      return false;
    }
    if (now != null) {
      rooms.add(now.room());
    }
    if (old != null) {
      rooms.add(old.room());
    }
    return true;
  }

  private static boolean sameToAll(PlayerState a, PlayerState b) {
    return a.role().equals(b.role())
        && a.room().equals(b.room())
        && a.health() == b.health()
        && a.energy() == b.energy()
        && a.presence() == b.presence()
        && a.name().equals(b.name());
  }

  /** What a player perceives depends on these of the player's own, besides the room. */
  private static boolean perceivesTheSame(PlayerState a, PlayerState b) {
    return a.perch().equals(b.perch()) && a.revealed().equals(b.revealed());
  }

  private static boolean things(World world, State was, State is, Set<RoomId> rooms) {
    List<ThingId> others = new ArrayList<>();
    Things.compare(was.things(), is.things(), (thing, before, after) -> others.add(thing));
    others.forEach(thing -> around(world, was, is, thing, rooms));
    return others.stream().anyMatch(thing -> world.thing(thing).kind() == Thing.Kind.DOOR);
  }

  /** A door is seen from both its sides. */
  private static void doorways(World world, State state, ThingId door, Set<RoomId> rooms) {
    for (PlayerState player : state.players().values()) {
      if (world.doors(player.room()).contains(door)) {
        rooms.add(player.room());
      }
    }
  }
}

package lamplight.engine.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import lamplight.engine.model.Condition;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Facts;
import lamplight.engine.model.Onlookers;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Position;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.ThingState;
import lamplight.engine.model.Variable;
import lamplight.engine.model.World;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Key;
import lamplight.engine.sync.Outlook;
import org.jspecify.annotations.Nullable;

/**
 * Works out what the players may know of a state.
 *
 * <p>What many share is worked out once: what all know (players, the map, scores, public
 * variables), what all who are in a room perceive there, and what is left for one player alone,
 * such as a thing that only some can see.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A thing that a player does not perceive, a secret variable, a timer and the seed of chance
 *       are in no scope of that player.
 *   <li>A player's scopes have no key in common.
 *   <li>After a step only what {@link Difference} names is worked out anew; what did not change is
 *       the same object as before.
 * </ul>
 */
public final class Viewer {
  private final World world;

  /** Where one of them is, all that is seen is looked at again after each step. */
  private final List<ThingId> personal;

  /** What players may know of the world's variables. */
  private final List<Variable> open;

  private final Map<ThingId, Labels> labels = new HashMap<>();

  /** Rooms with ways that can be hidden. */
  private final Set<RoomId> hiding = new HashSet<>();

  /**
   * What a thing is called and what a client may offer to do with it, made once for all states.
   *
   * @param takeable when it can be taken
   * @param fixed when it cannot, such as what is out of reach
   */
  private record Labels(Entry takeable, Entry fixed) {}

  public Viewer(World world) {
    this.world = world;
    this.personal = world.personal();
    this.open = world.variables().values().stream().filter(Variable::open).toList();
    for (Thing thing : world.things().values()) {
      labels.put(thing.id(), new Labels(label(thing, true), label(thing, false)));
    }
    for (Room room : world.rooms().values()) {
      if (room.exits().values().stream().anyMatch(Exit::hidden)) {
        hiding.add(room.id());
      }
    }
  }

  /** All that a player may know; nothing for somebody who is not in the session. */
  public EntrySet view(State state, PlayerId player) {
    return outlook(state).view(player.value());
  }

  /** What all players may know. */
  public Outlook outlook(State state) {
    return new Making(state, Outlook.NOTHING, Difference.all(state)).outlook();
  }

  /**
   * What all players may know after a step.
   *
   * @param before what they might know at {@code was}
   */
  public Outlook outlook(Outlook before, State was, State is) {
    Difference difference = Difference.between(world, was, is).or(world, was, is, personal);
    if (difference.isNothing() && roomsWithHiddenWays(is).isEmpty()) {
      return before;
    }
    return new Making(is, before, difference).outlook();
  }

  /** One player may know of such a way and another not. */
  private Set<RoomId> roomsWithHiddenWays(State state) {
    if (hiding.isEmpty()) {
      return Set.of();
    }
    Set<RoomId> rooms = new HashSet<>();
    for (RoomId id : state.visited()) {
      if (hiding.contains(id)) {
        rooms.add(id);
      }
    }
    return rooms;
  }

  /** What may be known of one state, in the making. */
  private final class Making {
    private final State state;
    private final Sight sight;
    private final Outlook before;
    private final Difference difference;
    private final Map<PlayerId, Collection<Entry>> own = new TreeMap<>();
    private final Set<RoomId> personalWays;

    /** Whether all that depends on no room is as it was. */
    private final boolean partyIsStill;

    Making(State state, Outlook before, Difference difference) {
      this.state = state;
      this.sight = new Sight(world, state);
      this.before = before;
      this.difference = difference;
      this.personalWays = roomsWithHiddenWays(state);
      this.partyIsStill = !difference.party() && personalWays.isEmpty();
    }

    Outlook outlook() {
      Map<RoomId, List<PlayerState>> occupied = new TreeMap<>();
      for (PlayerState player : state.players().values()) {
        own.put(player.id(), new ArrayList<>());
        occupied.computeIfAbsent(player.room(), room -> new ArrayList<>()).add(player);
      }
      EntrySet party = party();
      Map<String, EntrySet> rooms = new HashMap<>();
      occupied.forEach((room, players) -> rooms.put(room.value(), room(room, players)));
      Map<String, Outlook.Viewpoint> viewers = new HashMap<>();
      for (PlayerState player : state.players().values()) {
        viewers.put(player.id().value(), viewpoint(player));
      }
      return new Outlook(party, rooms, viewers);
    }

    private EntrySet party() {
      if (state.players().isEmpty()) {
        return EntrySet.EMPTY;
      }
      if (partyIsStill) {
        return before.party();
      }
      List<Entry> entries = new ArrayList<>();
      state.players().values().forEach(player -> member(player, entries));
      score(entries);
      state.ended().ifPresent(ending -> entries.addAll(new Reckoned(world, state).entries(ending)));
      variables(Variable.Scope.SHARED, variable -> state.value(variable, ""), entries);
      for (RoomId id : state.visited()) {
        entries.add(Entry.of("VISITED", id.value()));
        if (personalWays.contains(id)) {
          share(state.players().values(), player -> List.of(map(id, player.id())), entries);
        } else {
          entries.add(map(id, state.players().firstKey()));
        }
      }
      return kept(before.party(), entries);
    }

    private EntrySet room(RoomId room, List<PlayerState> players) {
      EntrySet old = before.rooms().get(room.value());
      if (old != null && !difference.rooms().contains(room)) {
        if (!partyIsStill) {
          players.forEach(player -> keepSurroundings(player.id()));
        }
        return old;
      }
      List<Entry> entries = new ArrayList<>();
      share(players, surroundings(room, old), entries);
      return kept(old == null ? EntrySet.EMPTY : old, entries);
    }

    /** What a player alone sees is as it was, for nothing happened there. */
    private void keepSurroundings(PlayerId player) {
      Outlook.Viewpoint old = before.viewers().get(player.value());
      if (old != null) {
        old.own().stream()
            .filter(entry -> !entry.kind().equals("ROOM") && !entry.kind().equals("FLAG"))
            .forEach(of(player)::add);
      }
    }

    /** Gives to all what all of them know, and to each what not all know. */
    private void share(
        Collection<PlayerState> players,
        Function<PlayerState, Collection<Entry>> known,
        Collection<Entry> common) {
      List<Collection<Entry>> all = new ArrayList<>(players.size());
      for (PlayerState player : players) {
        all.add(known.apply(player));
      }
      if (areOne(all)) {
        common.addAll(all.get(0));
        return;
      }
      Set<Entry> shared = new HashSet<>();
      boolean first = true;
      for (Collection<Entry> entries : all) {
        if (first) {
          shared.addAll(entries);
        } else {
          shared.retainAll(Set.copyOf(entries));
        }
        first = false;
      }
      common.addAll(shared);
      Iterator<Collection<Entry>> each = all.iterator();
      for (PlayerState player : players) {
        each.next().stream().filter(entry -> !shared.contains(entry)).forEach(of(player.id())::add);
      }
    }

    /** Whether all are the same object. */
    @SuppressWarnings("ReferenceEquality") // players who share a view share the object
    private static boolean areOne(List<Collection<Entry>> all) {
      Collection<Entry> first = all.get(0);
      for (Collection<Entry> entries : all) {
        if (entries != first) {
          return false;
        }
      }
      return true;
    }

    private Collection<Entry> of(PlayerId player) {
      return own.getOrDefault(player, List.of());
    }

    private Outlook.Viewpoint viewpoint(PlayerState player) {
      String room = player.room().value();
      Outlook.Viewpoint old = before.viewers().get(player.id().value());
      if (partyIsStill
          && old != null
          && old.room().equals(room)
          && !difference.rooms().contains(player.room())) {
        return old;
      }
      Collection<Entry> entries = of(player.id());
      Facts facts = Facts.of(world, state, player.id());
      variables(Variable.Scope.PLAYER, variable -> facts.value(variable.id()), entries);
      variables(Variable.Scope.ROLE, variable -> facts.value(variable.id()), entries);
      return new Outlook.Viewpoint(room, kept(old == null ? EntrySet.EMPTY : old.own(), entries));
    }

    /** The old set with what became of it; itself if it has just these entries, one a key. */
    private EntrySet kept(EntrySet old, Collection<Entry> entries) {
      EntrySet fresh = old;
      for (Entry entry : entries) {
        fresh = fresh.with(entry);
      }
      if (fresh.size() > entries.size()) {
        Set<Key> keys = new HashSet<>();
        entries.forEach(entry -> keys.add(entry.key()));
        for (Entry entry : old) {
          fresh = keys.contains(entry.key()) ? fresh : fresh.without(entry.key());
        }
      }
      return fresh;
    }

    private void member(PlayerState player, Collection<Entry> entries) {
      String id = player.id().value();
      entries.add(Entry.of("PRESENCE", id, player.presence().name().toLowerCase(Locale.ROOT)));
      entries.add(Entry.of("LABEL", id, "player", player.name()));
      if (world.info().partyAware()) {
        entries.add(place(player, before.party()));
      }
    }

    private void score(Collection<Entry> entries) {
      if (world.maximumScore() > 0) {
        entries.add(
            Entry.of(
                "SCORE",
                "party",
                Integer.toString(state.points(world)),
                Integer.toString(world.maximumScore())));
      }
    }

    private void variables(
        Variable.Scope scope, Function<Variable, Integer> value, Collection<Entry> entries) {
      for (Variable variable : open) {
        if (variable.scope() == scope) {
          String shown = variable.show(value.apply(variable));
          entries.add(Entry.of("FLAG", variable.id().value(), shown));
        }
      }
    }

    /** A room as a player's map shows it. */
    private Entry map(RoomId id, PlayerId player) {
      Room room = world.room(id);
      Position at = room.position();
      return Entry.of(
          "ROOM",
          id.value(),
          at.east() + "," + at.north() + "," + at.up(),
          exits(room, Facts.of(world, state, player)),
          room.name());
    }

    /** The exits of a room as the map knows them: {@code north=hall,east=?}. */
    private String exits(Room room, Facts facts) {
      List<String> exits = new ArrayList<>();
      for (Map.Entry<Direction, Exit> way : room.exits().entrySet()) {
        if (sight.shows(way.getValue(), facts)) {
          exits.add(way.getKey().word() + "=" + target(way.getValue(), state));
        }
      }
      return String.join(",", exits);
    }

    /**
     * What each player in a room perceives there, worked out once for those who perceive the same.
     */
    private Function<PlayerState, Collection<Entry>> surroundings(
        RoomId room, @Nullable EntrySet old) {
      if (!new Onlookers(sight, personal.isEmpty()).areAlike(room)) {
        return player -> surroundings(player.id(), old);
      }
      Map<Set<ThingId>, Collection<Entry>> made = new HashMap<>();
      return player ->
          made.computeIfAbsent(player.revealed(), revealed -> surroundings(player.id(), old));
    }

    private Collection<Entry> surroundings(PlayerId player, @Nullable EntrySet old) {
      List<Entry> entries = new ArrayList<>();
      if (!world.info().partyAware()) {
        sight.awareOf(player).forEach(other -> entries.add(place(state.player(other), old)));
      }
      for (ThingId id : sight.seen(player)) {
        thing(id, sight.beyond(player, id).isEmpty(), old, entries);
      }
      return entries;
    }

    private void thing(
        ThingId id, boolean near, @Nullable EntrySet old, Collection<Entry> entries) {
      Thing thing = world.thing(id);
      ThingState stands = state.thing(id);
      boolean takeable = near && stands.portable() && thing.kind() == Thing.Kind.THING;
      Labels both = Objects.requireNonNull(labels.get(id));
      entries.add(takeable ? both.takeable() : both.fixed());
      if (thing.kind() == Thing.Kind.DOOR) {
        String shut = stands.locked() ? "locked" : "closed";
        entries.add(entry(old, "DOOR", id.value(), stands.open() ? "open" : shut));
      } else if (thing.kind() != Thing.Kind.SCENERY && !(stands.place() instanceof Place.Nowhere)) {
        entries.add(item(id, stands.place(), old));
      }
    }
  }

  /** The old entry if it reads the same, so that it need not be made again. */
  private static Entry entry(@Nullable EntrySet old, String kind, String id, String... fields) {
    Optional<Entry> before = old == null ? Optional.empty() : old.get(kind, id);
    return before.isPresent() && before.get().fields().equals(Arrays.asList(fields))
        ? before.get()
        : Entry.of(kind, id, fields);
  }

  private static Entry place(PlayerState player, @Nullable EntrySet old) {
    return entry(
        old,
        "PLAYER",
        player.id().value(),
        player.room().value(),
        Integer.toString(player.health()),
        Integer.toString(player.energy()));
  }

  private static String target(Exit exit, State state) {
    boolean uncertain = exit.cost() > 0 || !exit.when().equals(Condition.ALWAYS);
    String room = state.visited().contains(exit.to()) ? exit.to().value() : "?";
    return (state.isShut(exit) ? "!" : uncertain ? "~" : "") + room;
  }

  private static Entry item(ThingId id, Place place, @Nullable EntrySet old) {
    String owner = "-";
    String location = "-";
    if (place instanceof Place.HeldBy held) {
      owner = held.player().value();
    } else if (place instanceof Place.InRoom in) {
      location = in.room().value();
    } else if (place instanceof Place.In in) {
      location = "in." + in.container();
    } else if (place instanceof Place.On on) {
      location = "on." + on.supporter();
    } else if (place instanceof Place.With with) {
      location = "in." + with.person();
    }
    return entry(old, "ITEM", id.value(), owner, location);
  }

  private static Entry label(Thing thing, boolean takeable) {
    return Entry.of("LABEL", thing.id().value(), traits(thing, takeable), thing.name());
  }

  /** What a client may offer to do with a thing. */
  private static String traits(Thing thing, boolean takeable) {
    List<String> traits = new ArrayList<>();
    traits.add(thing.kind().name().toLowerCase(Locale.ROOT));
    add(traits, takeable, "takeable");
    add(traits, thing.container().isPresent(), "container");
    add(traits, thing.supporter().isPresent(), "supporter");
    add(traits, thing.lid().filter(Thing.Lockable::openable).isPresent(), "openable");
    add(traits, !thing.sense(Thing.Sense.READ).isEmpty(), "readable");
    add(traits, thing.switched().isPresent(), "switchable");
    add(traits, thing.worn().isPresent(), "wearable");
    add(traits, thing.enter().isPresent(), "enterable");
    return String.join(",", traits);
  }

  private static void add(List<String> traits, boolean has, String trait) {
    if (has) {
      traits.add(trait);
    }
  }
}

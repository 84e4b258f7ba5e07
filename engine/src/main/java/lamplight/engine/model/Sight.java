package lamplight.engine.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What can be seen and reached, worked out from a state: it decides for the parser what a noun can
 * mean, for the rules what can be done, and for the viewer what may leave the server.
 *
 * <p>Sight goes through open and transparent containers, reach only through open ones, and only as
 * far as the author lets it. In the dark a player perceives only what the player carries or stands
 * on.
 */
public record Sight(World world, State state) {

  /** How deep things can stand in one another; what is deeper is out of the world. */
  public static final int DEPTH = 12;

  /** The things that a player sees, in the world's order. */
  public List<ThingId> seen(PlayerId player) {
    return world.inOrder(
        dark(player)
            ? passing(touchable(player), thing -> withinTouch(player, thing))
            : Look.around(this, state.player(player)));
  }

  /** Whether a player sees a thing. */
  public boolean sees(PlayerId player, ThingId thing) {
    return dark(player) ? withinTouch(player, thing) : present(player, thing);
  }

  /** Whether a player can touch a thing, light or dark. */
  public boolean reaches(PlayerId player, ThingId thing) {
    if (!sees(player, thing) || beyond(player, thing).isPresent()) {
      return false;
    }
    ThingId at = thing;
    for (int depth = 0; depth < DEPTH; depth++) {
      Optional<ThingId> whole = wholeOf(at);
      Place place = state.place(at);
      if (whole.isPresent()) {
        at = whole.get();
      } else if (place instanceof Place.In in) {
        if (isShut(in.container())) {
          return false;
        }
        at = in.container();
      } else if (place instanceof Place.On on) {
        at = on.supporter();
      } else if (place instanceof Place.HeldBy held) {
        return held.player().equals(player);
      } else {
        return !(place instanceof Place.With);
      }
    }
    return false;
  }

  /**
   * What its author keeps from a player's hands: a thing itself, or what it stands in or on. What
   * somebody carries is near enough.
   */
  public Optional<Thing> beyond(PlayerId player, ThingId thing) {
    boolean near = !world.keepsThingsFromHands() || holder(thing).isPresent();
    Optional<ThingId> at = near ? Optional.empty() : Optional.of(thing);
    for (int depth = 0; depth < DEPTH && at.isPresent(); depth++) {
      Thing outer = world.thing(at.get());
      Condition when = outer.reach().when();
      if (!when.equals(Condition.ALWAYS)
          && when.test(Facts.of(world, state, player)) != Truth.YES) {
        return Optional.of(outer);
      }
      at = outer(at.get());
    }
    return Optional.empty();
  }

  /**
   * Whether a player carries a thing, in the hands, worn, or inside something else that the player
   * carries.
   */
  public boolean carries(PlayerId player, ThingId thing) {
    return holder(thing).equals(Optional.of(player));
  }

  /** What a player has in the hands or wears, in the world's order. */
  public List<ThingId> carried(PlayerId player) {
    return world.inOrder(state.things().heldBy(player));
  }

  /** What lies directly in or on a thing, without what is hidden, in the world's order. */
  public List<ThingId> contents(ThingId of) {
    return world.inOrder(
        passing(
            state.things().heldBy(of),
            thing -> !state.thing(thing).hidden() && !(state.place(thing) instanceof Place.With)));
  }

  private static List<ThingId> passing(Collection<ThingId> things, Predicate<ThingId> test) {
    List<ThingId> passed = new ArrayList<>();
    for (ThingId thing : things) {
      if (test.test(thing)) {
        passed.add(thing);
      }
    }
    return passed;
  }

  /** What a player has, and what the player stands on. */
  private List<ThingId> touchable(PlayerId player) {
    List<ThingId> all = withContents(new ArrayList<>(state.things().heldBy(player)));
    state.player(player).perch().filter(perch -> !all.contains(perch)).ifPresent(all::add);
    return all;
  }

  /** Some things, behind them what is in, on, with or part of them, and so on. */
  private List<ThingId> withContents(List<ThingId> all) {
    for (int i = 0; i < all.size(); i++) {
      ThingId outer = all.get(i);
      all.addAll(state.things().heldBy(outer));
      for (ThingId part : world.parts(outer)) {
        if (state.place(part) instanceof Place.Nowhere) {
          all.add(part);
        }
      }
    }
    return all;
  }

  /** The weight of things with what lies in and on them, nothing counted twice. */
  public int weight(Collection<ThingId> things) {
    int weight = 0;
    for (Thing thing : world.things().values()) {
      if (thing.weight() != 0 && things.stream().anyMatch(outer -> isWithin(thing.id(), outer))) {
        weight += thing.weight();
      }
    }
    return weight;
  }

  private int bulk(Collection<ThingId> things) {
    int bulk = 0;
    for (ThingId thing : things) {
      bulk += world.thing(thing).bulk();
    }
    return bulk;
  }

  /** What would be too much if a thing came to those that are there. */
  public Optional<Capacity.Limit> exceeded(Capacity capacity, List<ThingId> there, ThingId more) {
    Set<ThingId> all = new HashSet<>(there);
    all.add(more);
    if (all.size() > capacity.things()) {
      return Optional.of(Capacity.Limit.THINGS);
    }
    if (bulk(all) > capacity.bulk()) {
      return Optional.of(Capacity.Limit.BULK);
    }
    return capacity.weight() < Capacity.BOUNDLESS && weight(all) > capacity.weight()
        ? Optional.of(Capacity.Limit.WEIGHT)
        : Optional.empty();
  }

  /** What a player can carry. */
  public Capacity capacity(PlayerId player) {
    return state
        .player(player)
        .role()
        .map(world.roles()::get)
        .flatMap(Role::carry)
        .orElse(world.info().carry());
  }

  /** The liquid that is in a vessel. */
  public Optional<ThingId> liquidIn(ThingId vessel) {
    return world
        .thing(vessel)
        .vessel()
        .map(Thing.Vessel::contents)
        .orElse(Map.of())
        .values()
        .stream()
        .filter(content -> state.place(content).equals(new Place.In(vessel)))
        .findFirst();
  }

  /** Whether a thing is the other, or stands somewhere in or on it, or with it. */
  public boolean isWithin(ThingId inner, ThingId other) {
    ThingId at = inner;
    for (int depth = 0; depth < DEPTH; depth++) {
      if (at.equals(other)) {
        return true;
      }
      Optional<ThingId> outer = outer(at);
      if (outer.isEmpty()) {
        return false;
      }
      at = outer.get();
    }
    return true;
  }

  /** The player who has a thing, directly or inside something else. */
  public Optional<PlayerId> holder(ThingId thing) {
    return outermost(thing) instanceof Place.HeldBy held
        ? Optional.of(held.player())
        : Optional.empty();
  }

  /**
   * The room where a thing is, wherever it stands or whoever has it. A door is in the player's
   * room, so it has none here.
   */
  public Optional<RoomId> room(ThingId thing) {
    Place place = outermost(thing);
    if (place instanceof Place.InRoom in) {
      return Optional.of(in.room());
    }
    if (place instanceof Place.HeldBy held && state.players().containsKey(held.player())) {
      return Optional.of(state.player(held.player()).room());
    }
    return Optional.empty();
  }

  /** Whether it is dark for a player. */
  public boolean dark(PlayerId player) {
    return dark(state.player(player).room());
  }

  /** Whether a room is dark, with whatever light is in it now. */
  public boolean dark(RoomId room) {
    if (!world.room(room).dark()) {
      return false;
    }
    for (Thing light : world.lights()) {
      if (shines(light, room)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a thing gives light. */
  public boolean lit(ThingId thing) {
    return lit(world.thing(thing));
  }

  private boolean lit(Thing thing) {
    return switch (thing.light()) {
      case NEVER -> false;
      case ALWAYS -> true;
      case SWITCHED_ON -> state.thing(thing.id()).on();
    };
  }

  /** The other players in a player's room, away or not. */
  public List<PlayerId> company(PlayerId player) {
    List<PlayerId> company = new ArrayList<>(playersIn(state.player(player).room()));
    company.remove(player);
    return Collections.unmodifiableList(company);
  }

  /**
   * The players, oneself among them, of whom a player may know where they are and how they fare:
   * all, where the party is aware of one another, else those that the player sees.
   */
  public Collection<PlayerId> awareOf(PlayerId player) {
    if (world.info().partyAware()) {
      return state.players().keySet();
    }
    return dark(player) ? List.of(player) : playersIn(state.player(player).room());
  }

  /** The players in a room. */
  public List<PlayerId> playersIn(RoomId room) {
    List<PlayerId> players = new ArrayList<>();
    for (PlayerState player : state.players().values()) {
      if (player.room().equals(room)) {
        players.add(player.id());
      }
    }
    return Collections.unmodifiableList(players);
  }

  /** Whether a way can be seen: it is not hidden, or what hides it is gone. */
  public boolean shows(Exit exit, Facts facts) {
    return !exit.hidden() || exit.when().test(facts) == Truth.YES;
  }

  private boolean shines(Thing thing, RoomId room) {
    return lit(thing)
        && !state.thing(thing.id()).hidden()
        && room(thing.id()).equals(Optional.of(room))
        && !shutIn(thing.id());
  }

  /** Whether something opaque and closed is around a thing. */
  private boolean shutIn(ThingId thing) {
    ThingId at = thing;
    for (int depth = 0; depth < DEPTH; depth++) {
      Place place = state.place(at);
      Optional<ThingId> outer = outer(at, place);
      if (outer.isEmpty()) {
        return false;
      }
      if (place instanceof Place.In in && opaque(in.container())) {
        return true;
      }
      at = outer.get();
    }
    return true;
  }

  /** Whether nothing can get into or out of a thing; a vessel without a lid never is. */
  private boolean isShut(ThingId container) {
    return world.thing(container).lid().isPresent() && !state.thing(container).open();
  }

  private boolean opaque(ThingId container) {
    return isOpaque(world.thing(container), state.thing(container));
  }

  /** Whether nobody sees what is inside a thing. */
  boolean isOpaque(Thing thing, ThingState stands) {
    return !stands.open()
        && thing.lid().isPresent()
        && !thing.container().map(Thing.Container::transparent).orElse(true);
  }

  private boolean withinTouch(PlayerId player, ThingId thing) {
    return ((carries(player, thing) && !shutIn(thing))
            || state.player(player).perch().equals(Optional.of(thing)))
        && !isHidden(player, thing)
        && !isKeptFrom(player, thing);
  }

  /** Whether a thing, or what it stands in or on, is not for a player's eyes. */
  public boolean isKeptFrom(PlayerId player, ThingId thing) {
    Optional<ThingId> at = world.keepsThingsFromEyes() ? Optional.of(thing) : Optional.empty();
    for (int depth = 0; depth < DEPTH && at.isPresent(); depth++) {
      if (isUnseen(player, world.thing(at.get()))) {
        return true;
      }
      at = outer(at.get());
    }
    return false;
  }

  /** Whether a thing itself is not for a player's eyes. */
  boolean isUnseen(PlayerId player, Thing thing) {
    return world.keepsThingsFromEyes()
        && !thing.visible().equals(Condition.ALWAYS)
        && thing.visible().test(Facts.of(world, state, player)) != Truth.YES;
  }

  /** Whether a thing is in a player's room, or carried there, with nothing opaque around it. */
  private boolean present(PlayerId player, ThingId thing) {
    return isIn(state.player(player).room(), thing)
        && !anyHidden(player, thing)
        && !shutIn(thing)
        && !isKeptFrom(player, thing);
  }

  /**
   * Whether a thing is somewhere in a room or carried there. A door is in the rooms between which
   * it is, wherever it is put, and so is what it has.
   */
  private boolean isIn(RoomId room, ThingId thing) {
    ThingId at = thing;
    for (int depth = 0; depth < DEPTH; depth++) {
      if (world.thing(at).kind() == Thing.Kind.DOOR) {
        return world.doors(room).contains(at);
      }
      Optional<ThingId> outer = outer(at);
      if (outer.isEmpty()) {
        return room(at).filter(room::equals).isPresent();
      }
      at = outer.get();
    }
    return false;
  }

  private boolean isHidden(PlayerId player, ThingId thing) {
    return isHidden(state.player(player), thing, state.thing(thing));
  }

  boolean isHidden(PlayerState player, ThingId thing, ThingState stands) {
    return stands.hidden() && !player.revealed().contains(thing);
  }

  private boolean anyHidden(PlayerId player, ThingId thing) {
    ThingId at = thing;
    for (int depth = 0; depth < DEPTH; depth++) {
      if (isHidden(player, at)) {
        return true;
      }
      Optional<ThingId> outer = outer(at);
      if (outer.isEmpty()) {
        return false;
      }
      at = outer.get();
    }
    return true;
  }

  private Place outermost(ThingId thing) {
    ThingId at = thing;
    for (int depth = 0; depth < DEPTH; depth++) {
      Place place = state.place(at);
      Optional<ThingId> outer = outer(at, place);
      if (outer.isEmpty()) {
        return place;
      }
      at = outer.get();
    }
    return Place.NOWHERE;
  }

  /** What a thing is part of, stands in or on, or who of the world's people has it. */
  private Optional<ThingId> outer(ThingId thing) {
    return outer(thing, state.place(thing));
  }

  private Optional<ThingId> outer(ThingId thing, Place place) {
    if (place instanceof Place.Nowhere) {
      return world.thing(thing).partOf();
    }
    if (place instanceof Place.In in) {
      return Optional.of(in.container());
    }
    if (place instanceof Place.On on) {
      return Optional.of(on.supporter());
    }
    return place instanceof Place.With with ? Optional.of(with.person()) : Optional.empty();
  }

  /** What a thing is part of, as long as nobody has put it anywhere. */
  private Optional<ThingId> wholeOf(ThingId thing) {
    return state.place(thing) instanceof Place.Nowhere
        ? world.thing(thing).partOf()
        : Optional.empty();
  }
}

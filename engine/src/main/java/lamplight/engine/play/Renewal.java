package lamplight.engine.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lamplight.engine.model.Asked;
import lamplight.engine.model.Deed;
import lamplight.engine.model.Hint;
import lamplight.engine.model.HintId;
import lamplight.engine.model.Mind;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Presence;
import lamplight.engine.model.Referent;
import lamplight.engine.model.Role;
import lamplight.engine.model.RoleId;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.SharedMap;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.Suggestion;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.ThingState;
import lamplight.engine.model.Things;
import lamplight.engine.model.Timer;
import lamplight.engine.model.TimerId;
import lamplight.engine.model.TimerState;
import lamplight.engine.model.Variable;
import lamplight.engine.model.VariableKey;
import lamplight.engine.model.World;
import lamplight.engine.rules.Rule;
import lamplight.engine.rules.Topic;

/**
 * Fits the state of a session to its world after that was edited.
 *
 * <p>What play has changed stays; what still is as the old world began becomes as the new world
 * begins. So a lamp that somebody carries stays in the hand, and one that nobody has touched is now
 * where the author has put it. What cannot stay, because there is no place for it in the new world,
 * is mended as the author's guide says in its section "Edit while people play".
 *
 * <p>Invariant: every id that {@link #state} names is one of the new world.
 */
final class Renewal {
  private final World old;
  private final Story story;
  private final World world;
  private final State state;

  /**
   * @param old the world that the state fits
   * @param story the one that it is to fit
   */
  Renewal(World old, Story story, State state) {
    this.old = old;
    this.story = story;
    this.world = story.world();
    this.state = state;
  }

  /** Why the session has to keep its old story, in words for the server's log. */
  Optional<String> obstacle() {
    for (PlayerId player : state.players().keySet()) {
      String id = player.value();
      if (world.things().containsKey(new ThingId(id))
          || world.rooms().containsKey(new RoomId(id))) {
        return Optional.of("the world now has a \"" + id + "\", and a player is called that");
      }
    }
    return state
        .ended()
        .filter(ending -> !world.endings().containsKey(ending))
        .map(ending -> "it has ended with \"" + ending + "\", which is no ending any more");
  }

  /** The players who are here and whose room is gone; they are at the start now. */
  Set<PlayerId> displaced() {
    Set<PlayerId> displaced = new TreeSet<>();
    for (PlayerState player : state.players().values()) {
      if (player.presence() == Presence.HERE && !world.rooms().containsKey(player.room())) {
        displaced.add(player.id());
      }
    }
    return displaced;
  }

  /** The state as it fits. */
  State state() {
    State moved = with(SharedMap.empty(), things());
    SharedMap<PlayerId, PlayerState> players = SharedMap.empty();
    for (PlayerState player : state.players().values()) {
      players = players.plus(player.id(), player(player, moved));
    }
    return with(players, moved.things());
  }

  private State with(SharedMap<PlayerId, PlayerState> players, Things things) {
    Set<String> rules = new HashSet<>();
    story.rulebook().rules().stream().map(Rule::name).forEach(rules::add);
    return new State(
        players,
        things,
        variables(),
        timers(),
        state.scored().minusAll(gone(state.scored(), world.scores().keySet())),
        state.fired().minusAll(gone(state.fired(), rules)),
        state.suggested().minusAll(state.suggested().stream().filter(this::isNoTopic).toList()),
        state.raised().minusAll(state.raised().stream().filter(this::isNoTopic).toList()),
        state.visited().minusAll(gone(state.visited(), world.rooms().keySet())),
        state.recent().minusAll(state.recent().stream().filter(this::isAboutNothing).toList()),
        state.acted(),
        hints(),
        state.turn(),
        state.millis(),
        state.chance(),
        state.ended(),
        state.deaths(),
        state.penalty(),
        state
            .achieved()
            .minusAll(
                state.achieved().stream()
                    .filter(of -> !world.achievements().containsKey(of.achievement()))
                    .toList()),
        state
            .following()
            .minusAll(state.following().keySet().stream().filter(this::isNobody).toList()));
  }

  /** What play has not changed becomes as the new world begins it. */
  private static <T> T merged(T was, T is, T begins) {
    return is.equals(was) ? begins : is;
  }

  private static <T> List<T> gone(Iterable<T> ids, Set<?> there) {
    List<T> gone = new ArrayList<>();
    ids.forEach(
        id -> {
          if (!there.contains(id)) {
            gone.add(id);
          }
        });
    return gone;
  }

  // ---- things ----

  private Things things() {
    Map<ThingId, ThingState> fitting = new HashMap<>();
    world.things().forEach((id, thing) -> fitting.put(id, thing(thing)));
    Things things = Things.of(fitting);
    for (ThingId thing : world.things().keySet()) {
      ThingState stands = things.get(thing);
      if (stands != null && isInItself(thing, things)) {
        things = things.plus(thing, stands.at(whereItWas(thing)));
      } else if (stands != null && isSurplus(thing, stands.place(), things)) {
        things = things.plus(thing, stands.at(Place.NOWHERE));
      }
    }
    return things;
  }

  private ThingState thing(Thing thing) {
    ThingState begins = ThingState.startOf(thing);
    Thing former = old.things().get(thing.id());
    if (former == null || former.kind() != thing.kind()) {
      return begins;
    }
    ThingState was = ThingState.startOf(former);
    ThingState is = state.things().getOrDefault(thing.id(), begins);
    boolean lid = thing.lid().isPresent();
    boolean lock = thing.lid().flatMap(Thing.Lockable::locked).isPresent();
    String own = merged(was.state(), is.state(), begins.state());
    return new ThingState(
        fitting(merged(was.place(), is.place(), begins.place()), begins.place()),
        lid ? merged(was.open(), is.open(), begins.open()) : begins.open(),
        lock ? merged(was.locked(), is.locked(), begins.locked()) : begins.locked(),
        thing.switched().isPresent() ? merged(was.on(), is.on(), begins.on()) : begins.on(),
        merged(was.hidden(), is.hidden(), begins.hidden()),
        merged(was.portable(), is.portable(), begins.portable()),
        is.moved(),
        thing.states().containsKey(own) ? own : begins.state());
  }

  /**
   * The place itself if the new world has it. What was in, on or with something that cannot hold it
   * any more is where that was; what was in a room that is gone is where it begins.
   */
  private Place fitting(Place place, Place begins) {
    Place at = place;
    Optional<ThingId> holder = holder(at);
    for (int depth = 0; holder.isPresent() && !holds(at); depth++) {
      ThingState stands = state.things().get(holder.get());
      at = stands == null || depth > Sight.DEPTH ? begins : stands.place();
      holder = holder(at);
    }
    return at instanceof Place.InRoom in && !world.rooms().containsKey(in.room()) ? begins : at;
  }

  private static Optional<ThingId> holder(Place place) {
    if (place instanceof Place.In in) {
      return Optional.of(in.container());
    }
    if (place instanceof Place.On on) {
      return Optional.of(on.supporter());
    }
    return place instanceof Place.With with ? Optional.of(with.person()) : Optional.empty();
  }

  private boolean holds(Place place) {
    Optional<Thing> holder = holder(place).map(world.things()::get);
    if (place instanceof Place.In) {
      return holder.filter(in -> in.container().isPresent() || in.vessel().isPresent()).isPresent();
    }
    return place instanceof Place.On
        ? holder.flatMap(Thing::supporter).isPresent()
        : holder.filter(Thing::isPerson).isPresent();
  }

  private static boolean isInItself(ThingId thing, Things things) {
    Optional<ThingId> around = Optional.of(thing);
    for (int depth = 0; depth <= Sight.DEPTH && around.isPresent(); depth++) {
      around = around.map(things::get).map(ThingState::place).flatMap(Renewal::holder);
      if (around.equals(Optional.of(thing))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a liquid begins in a vessel that play has filled with another one. */
  private boolean isSurplus(ThingId liquid, Place at, Things things) {
    ThingState before = state.things().get(liquid);
    if (!(at instanceof Place.In in) || (before != null && before.place().equals(at))) {
      return false;
    }
    return world.thing(in.container()).vessel().stream()
        .flatMap(vessel -> vessel.contents().values().stream())
        .filter(other -> !other.equals(liquid))
        .map(things::get)
        .anyMatch(other -> other != null && other.place().equals(at));
  }

  private Place whereItWas(ThingId thing) {
    return new Place.InRoom(
        Optional.of(thing)
            .filter(state.things()::containsKey)
            .flatMap(new Sight(old, state)::room)
            .filter(world.rooms()::containsKey)
            .orElse(world.info().start()));
  }

  // ---- variables, timers and what was done ----

  private SharedMap<VariableKey, Integer> variables() {
    SharedMap<VariableKey, Integer> variables = SharedMap.empty();
    for (Map.Entry<VariableKey, Integer> entry : state.variables().entrySet()) {
      VariableKey key = entry.getKey();
      Variable now = world.variables().get(key.variable());
      Variable was = old.variables().get(key.variable());
      if (was == null) {
        continue; // of an edition before the old one
      }
      boolean same = now != null && now.type() == was.type() && now.scope() == was.scope();
      boolean owned =
          was.scope() != Variable.Scope.ROLE
              || key.owner().isEmpty()
              || world.roles().containsKey(new RoleId(key.owner()));
      if (now != null && same && owned) {
        Optional<Integer> value = value(was, now, entry.getValue());
        variables = value.isPresent() ? variables.plus(key, value.get()) : variables;
      }
    }
    return variables;
  }

  /** The value within the new bounds; empty: it starts anew. */
  private static Optional<Integer> value(Variable was, Variable now, int value) {
    return switch (now.type()) {
      case FLAG -> Optional.of(value);
      case INT -> Optional.of(now.clamp(value));
      case SET -> Optional.of(members(was, now, value));
      case ENUM ->
          Optional.of(now.values().indexOf(was.values().get(value))).filter(index -> index >= 0);
    };
  }

  /** The members of a set that there still are, each by its name. */
  private static int members(Variable was, Variable now, int value) {
    int set = 0;
    for (int member = 0; member < was.values().size(); member++) {
      int at = now.values().indexOf(was.values().get(member));
      if (at >= 0 && (value & (1 << member)) != 0) {
        set |= 1 << at;
      }
    }
    return set;
  }

  private SharedMap<TimerId, TimerState> timers() {
    SharedMap<TimerId, TimerState> timers = SharedMap.empty();
    for (Timer timer : world.timers().values()) {
      Timer former = old.timers().get(timer.id());
      TimerState is = state.timers().get(timer.id());
      boolean same = former != null && is != null && former.unit() == timer.unit();
      timers =
          timers.plus(
              timer.id(),
              former != null && is != null && same
                  ? shortened(merged(former.start(), is, timer.start()), timer)
                  : timer.start());
    }
    return timers;
  }

  private static TimerState shortened(TimerState stands, Timer timer) {
    return new TimerState(stands.running(), Math.min(stands.remaining(), timer.length()));
  }

  private SharedMap<Integer, Integer> hints() {
    SharedMap<Integer, Integer> hints = SharedMap.empty();
    for (int i = 0; i < world.hints().size(); i++) {
      Hint hint = world.hints().get(i);
      Optional<Integer> read = former(hint.id()).map(state.hints()::get);
      hints = read.isPresent() ? hints.plus(i, Math.min(read.get(), hint.tiers().size())) : hints;
    }
    return hints;
  }

  /** The number that a hint had. */
  private Optional<Integer> former(HintId hint) {
    return old.hints().stream()
        .filter(former -> former.id().equals(hint))
        .findFirst()
        .map(old.hints()::indexOf);
  }

  private boolean isNoTopic(Suggestion suggestion) {
    return story.rulebook().talk(suggestion.person()).topics().stream()
        .map(Topic::id)
        .noneMatch(suggestion.topic()::equals);
  }

  private boolean isAboutNothing(Deed deed) {
    return deed.noun().filter(noun -> !isThere(noun)).isPresent();
  }

  // ---- players ----

  private PlayerState player(PlayerState player, State moved) {
    Optional<Role> role = player.role().map(world.roles()::get);
    RoomId start = role.flatMap(Role::start).orElse(world.info().start());
    RoomId room = world.rooms().containsKey(player.room()) ? player.room() : start;
    return new PlayerState(
        player.id(),
        player.name(),
        role.map(Role::id),
        room,
        player.perch().filter(spot -> isSpotIn(room, spot, moved)),
        player.health(),
        player.energy(),
        player.presence(),
        player.previous().filter(world.rooms()::containsKey),
        player.visited().minusAll(gone(player.visited(), world.rooms().keySet())),
        player.seen().minusAll(gone(player.seen(), world.things().keySet())),
        player.met().minusAll(gone(player.met(), world.things().keySet())),
        player.comings().minusAll(gone(player.comings().keySet(), world.rooms().keySet())),
        room.equals(player.room()) ? player.turnsHere() : 0,
        player.last(),
        player.brief(),
        mind(player.mind()),
        player.asked().filter(this::canBeAnswered),
        player.revealed().minusAll(gone(player.revealed(), world.things().keySet())),
        player.leader());
  }

  private boolean isSpotIn(RoomId room, ThingId spot, State moved) {
    Thing thing = world.things().get(spot);
    return thing != null
        && thing.enter().isPresent()
        && new Sight(world, moved).room(spot).equals(Optional.of(room));
  }

  private Mind mind(Mind mind) {
    return new Mind(
        mind.it().filter(this::isThere),
        mind.them().stream().filter(this::isThere).toList(),
        mind.him().filter(this::isThere),
        mind.her().filter(this::isThere),
        mind.last(),
        mind.misread(),
        mind.question().filter(asked -> asked.choices().stream().allMatch(this::isThere)),
        // What was done in the world as it was cannot be taken back in this one.
        List.of());
  }

  private boolean canBeAnswered(Asked asked) {
    return asked.noun().filter(noun -> !isThere(noun)).isEmpty()
        && asked.second().filter(noun -> !isThere(noun)).isEmpty()
        && (asked.action().isPresent()
            ? story.lexicon().actions().contains(asked.action().get())
            : story.rulebook().question(asked.name()).isPresent());
  }

  private boolean isNobody(ThingId person) {
    Thing thing = world.things().get(person);
    return thing == null || !thing.isPerson();
  }

  private boolean isThere(Referent noun) {
    return !(noun instanceof ThingId thing) || world.things().containsKey(thing);
  }
}

package lamplight.engine.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.pcollections.PSet;
import org.pcollections.PSortedSet;
import org.pcollections.PVector;

/**
 * A part of a state that a command can change and that can be put back: how one thing stands, one
 * variable, whether a rule has fired. Chance, the clock, hints that were read and what the parser
 * remembers are no such parts: they only go on.
 *
 * @param key the thing, variable, rule…
 */
public record Part(Of of, Object key) {

  /** The kinds of parts, in the order in which they are put back. */
  @SuppressWarnings("ImmutableEnumChecker") // its functions keep nothing
  public enum Of {
    /** Where a player is, and how well. */
    BODY(
        state -> each(state.players(), Body::of),
        (state, put) ->
            state.withPlayer(((Body) put.value()).in(state.player((PlayerId) put.key)))),
    /** A room that a player has been in, a thing that one has seen, a person that one has met. */
    KNOWN(Part::knowledge, Part::knowing),
    /** What a player did last, and how long one is where one is. */
    PACE(
        state -> each(state.players(), Pace::of),
        (state, put) ->
            state.withPlayer(((Pace) put.value()).in(state.player((PlayerId) put.key)))),
    /** How often a player has come into a room. */
    COMINGS(Part::comings, Part::coming),
    THING(State::things, Part::thing),
    VARIABLE(State::variables, map(State::variables, State::withVariables)),
    TIMER(State::timers, map(State::timers, State::withTimers)),
    SCORED(state -> elements(state.scored()), set(State::scored, State::withScored)),
    FIRED(state -> elements(state.fired()), set(State::fired, State::withFired)),
    RAISED(state -> elements(state.raised()), set(State::raised, State::withRaised)),
    SUGGESTED(state -> elements(state.suggested()), set(State::suggested, State::withSuggested)),
    /** A room that somebody has been in. */
    VISITED(state -> elements(state.visited()), Part::visited),
    DEED(state -> elements(state.recent()), Part::deed),
    ENDED(
        state -> elements(state.ended().map(List::of).orElse(List.of())),
        (state, put) -> state.withEnded(Optional.<EndingId>empty())),
    ACHIEVED(state -> elements(state.achieved()), set(State::achieved, State::withAchieved)),
    FOLLOWING(State::following, map(State::following, State::withFollowing)),
    DEATHS(State::deaths, map(State::deaths, State::withDeaths)),
    PENALTY(
        state -> Map.of("", state.penalty()),
        (state, put) -> state.withPenalty((Integer) put.value())),
    /** Who has acted, and the number of the turn. */
    TURN(
        state -> Map.of("", new Turn(state.turn(), state.acted())),
        (state, put) -> ((Turn) put.value()).in(state));

    private final Function<State, Map<?, ?>> values;
    private final BiFunction<State, Put, State> with;

    Of(Function<State, Map<?, ?>> values, BiFunction<State, Put, State> with) {
      this.values = values;
      this.with = with;
    }
  }

  /** A part with the value that it is to have; empty: it is to be gone. */
  private record Put(Object key, Optional<Object> to) {
    Object value() {
      return to.orElseThrow();
    }
  }

  private record Body(
      RoomId room, Optional<ThingId> perch, Optional<RoomId> previous, int health, int energy) {
    static Body of(PlayerState player) {
      return new Body(
          player.room(), player.perch(), player.previous(), player.health(), player.energy());
    }

    PlayerState in(PlayerState player) {
      return player.withBody(room, perch, previous, health, energy);
    }
  }

  private record Pace(int turnsHere, List<ActionId> last) {
    static Pace of(PlayerState player) {
      return new Pace(player.turnsHere(), player.last());
    }

    PlayerState in(PlayerState player) {
      return player.withPace(turnsHere, last);
    }
  }

  private record Turn(int number, PSortedSet<PlayerId> acted) {
    /** Whoever has left meanwhile has not acted. */
    State in(State state) {
      PSortedSet<PlayerId> here = acted;
      for (PlayerId player : acted) {
        here = state.players().containsKey(player) ? here : here.minus(player);
      }
      return state.withTurn(number, here);
    }
  }

  private enum How {
    VISITED,
    SEEN,
    MET,
    REVEALED
  }

  private record Knows(PlayerId player, How how, Id what) {}

  private record Coming(PlayerId player, RoomId room) {}

  /** All parts of a state with their values. */
  public static Map<Part, Object> all(State state) {
    Map<Part, Object> parts = new HashMap<>();
    for (Of of : Of.values()) {
      of.values.apply(state).forEach((key, value) -> parts.put(new Part(of, key), value));
    }
    return parts;
  }

  /** The state with this part as it is in another state. */
  State in(State state, Map<Part, Object> other) {
    return of.with.apply(state, new Put(key, Optional.ofNullable(other.get(this))));
  }

  private static <V> Map<PlayerId, V> each(
      Map<PlayerId, PlayerState> players, Function<PlayerState, V> part) {
    Map<PlayerId, V> parts = new HashMap<>();
    players.forEach((id, player) -> parts.put(id, part.apply(player)));
    return parts;
  }

  private static <E> Map<E, Boolean> elements(Iterable<E> set) {
    Map<E, Boolean> elements = new HashMap<>();
    set.forEach(element -> elements.put(element, true));
    return elements;
  }

  private static Map<Knows, Boolean> knowledge(State state) {
    Map<Knows, Boolean> known = new HashMap<>();
    for (PlayerState player : state.players().values()) {
      player.visited().forEach(room -> known.put(new Knows(player.id(), How.VISITED, room), true));
      player.seen().forEach(thing -> known.put(new Knows(player.id(), How.SEEN, thing), true));
      player
          .revealed()
          .forEach(thing -> known.put(new Knows(player.id(), How.REVEALED, thing), true));
      player.met().forEach(person -> known.put(new Knows(player.id(), How.MET, person), true));
    }
    return known;
  }

  private static State knowing(State state, Put put) {
    Knows knows = (Knows) put.key();
    PlayerState player = state.player(knows.player());
    return state.withPlayer(
        switch (knows.how()) {
          case VISITED ->
              player.withVisitedRooms(changed(player.visited(), (RoomId) knows.what(), put));
          case SEEN -> player.withSeenThings(changed(player.seen(), (ThingId) knows.what(), put));
          case REVEALED ->
              player.withRevealed(changed(player.revealed(), (ThingId) knows.what(), put));
          case MET -> player.withMetPeople(changed(player.met(), (ThingId) knows.what(), put));
        });
  }

  private static Map<Coming, Integer> comings(State state) {
    Map<Coming, Integer> comings = new HashMap<>();
    for (PlayerState player : state.players().values()) {
      player.comings().forEach((room, n) -> comings.put(new Coming(player.id(), room), n));
    }
    return comings;
  }

  private static State coming(State state, Put put) {
    Coming coming = (Coming) put.key();
    PlayerState player = state.player(coming.player());
    return state.withPlayer(
        player.withComings(
            put.to().isPresent()
                ? player.comings().plus(coming.room(), (Integer) put.value())
                : player.comings().minus(coming.room())));
  }

  private static <E> PSet<E> changed(PSet<E> set, E element, Put put) {
    return put.to().isPresent() ? set.plus(element) : set.minus(element);
  }

  private static State thing(State state, Put put) {
    ThingId thing = (ThingId) put.key();
    return state.withThings(
        put.to().isPresent()
            ? state.things().plus(thing, (ThingState) put.value())
            : state.things().minus(thing));
  }

  /** The party has been where one of it has been. */
  private static State visited(State state, Put put) {
    RoomId room = (RoomId) put.key();
    boolean known =
        state.players().values().stream().anyMatch(player -> player.visited().contains(room));
    return known ? state : state.withVisitedRooms(state.visited().minus(room));
  }

  /** A deed that is forgotten does not come back for another that is undone. */
  private static State deed(State state, Put put) {
    PVector<Deed> recent = state.recent();
    return put.to().isPresent() ? state : state.withRecent(recent.minus(put.key()));
  }

  @SuppressWarnings("unchecked")
  private static <K extends Comparable<? super K>, V> BiFunction<State, Put, State> map(
      Function<State, SharedMap<K, V>> of, BiFunction<State, SharedMap<K, V>, State> with) {
    return (state, put) ->
        with.apply(
            state,
            put.to().isPresent()
                ? of.apply(state).plus((K) put.key(), (V) put.value())
                : of.apply(state).minus((K) put.key()));
  }

  @SuppressWarnings("unchecked")
  private static <E> BiFunction<State, Put, State> set(
      Function<State, PSortedSet<E>> of, BiFunction<State, PSortedSet<E>, State> with) {
    return (state, put) ->
        with.apply(
            state,
            put.to().isPresent()
                ? of.apply(state).plus((E) put.key())
                : of.apply(state).minus(put.key()));
  }
}

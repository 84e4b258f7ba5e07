package lamplight.engine.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedSet;
import org.pcollections.PVector;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * How a session's world stands: one immutable value.
 *
 * <p>The next state shares all that did not change with the one before it, so a snapshot is a
 * reference, a step is atomic, and any thread may read. The only way on is {@link #with}. Maps are
 * sorted, so that whoever walks them does so in the same order everywhere.
 *
 * @param scored what the party was given points for
 * @param fired rules that fire once and have, as the rule's name, or name and player for once a
 *     player
 * @param suggested topics that were suggested
 * @param raised topics that some player has raised
 * @param visited rooms that some player has been in and seen
 * @param recent the newest deeds, oldest first, at most {@link #RECENT}
 * @param acted who has acted since the party's last turn
 * @param hints how many tiers of each hint were read, by the hint's number
 * @param turn turns of the party since the world began
 * @param millis the session's clock: milliseconds that passed while it was played
 * @param chance the seed of the next draw
 * @param deaths how often each player has died, of those who have
 * @param penalty points that the party has lost
 * @param achieved what was achieved
 * @param following which people follow whom
 */
public record State(
    SharedMap<PlayerId, PlayerState> players,
    Things things,
    SharedMap<VariableKey, Integer> variables,
    SharedMap<TimerId, TimerState> timers,
    PSortedSet<ScoreId> scored,
    PSortedSet<String> fired,
    PSortedSet<Suggestion> suggested,
    PSortedSet<Suggestion> raised,
    PSortedSet<RoomId> visited,
    PVector<Deed> recent,
    PSortedSet<PlayerId> acted,
    SharedMap<Integer, Integer> hints,
    int turn,
    long millis,
    long chance,
    Optional<EndingId> ended,
    SharedMap<PlayerId, Integer> deaths,
    int penalty,
    PSortedSet<Achieved> achieved,
    SharedMap<ThingId, PlayerId> following) {

  /** How many deeds are remembered. */
  public static final int RECENT = 32;

  /** The state of a world that nobody has entered. */
  public static State of(World world, long seed) {
    Map<ThingId, ThingState> things = new HashMap<>();
    world.things().forEach((id, thing) -> things.put(id, ThingState.startOf(thing)));
    SharedMap<TimerId, TimerState> timers = SharedMap.empty();
    for (Timer timer : world.timers().values()) {
      timers = timers.plus(timer.id(), timer.start());
    }
    return new State(
        SharedMap.empty(),
        Things.of(things),
        SharedMap.empty(),
        timers,
        TreePSet.empty(),
        TreePSet.empty(),
        TreePSet.empty(),
        TreePSet.empty(),
        TreePSet.empty(),
        TreePVector.empty(),
        TreePSet.empty(),
        SharedMap.empty(),
        0,
        0,
        seed,
        Optional.empty(),
        SharedMap.empty(),
        0,
        TreePSet.empty(),
        SharedMap.empty());
  }

  /** The state after a change. */
  public State with(Change change) {
    return change.apply(this);
  }

  /** The state after some changes, in order. */
  public State with(Iterable<Change> changes) {
    State state = this;
    for (Change change : changes) {
      state = state.with(change);
    }
    return state;
  }

  /**
   * A player of the session.
   *
   * @throws IllegalArgumentException if there is no such player
   */
  public PlayerState player(PlayerId id) {
    return found(players.get(id), id);
  }

  /**
   * How a thing stands.
   *
   * @throws IllegalArgumentException if the world has no such thing
   */
  public ThingState thing(ThingId id) {
    return found(things.get(id), id);
  }

  /** Whether a way has a door that is not open. */
  public boolean isShut(Exit way) {
    return way.door().filter(door -> !thing(door).open()).isPresent();
  }

  public Place place(ThingId id) {
    return thing(id).place();
  }

  /** A variable's value; its start value until it is set. */
  public int value(Variable variable, String owner) {
    Integer value = variables.get(new VariableKey(variable.id(), owner));
    return value == null ? variable.start() : value;
  }

  /** The sum of the points that were given, without those that were lost. */
  public int points(World world) {
    return scored.stream().mapToInt(score -> world.score(score).points()).sum() - penalty;
  }

  /** How often a player has died. */
  public int deaths(PlayerId player) {
    return deaths.getOrDefault(player, 0);
  }

  private static <T> T found(@Nullable T value, Referent id) {
    if (value == null) {
      throw new IllegalArgumentException("the session has no \"" + id.value() + "\"");
    }
    return value;
  }

  State withPlayers(SharedMap<PlayerId, PlayerState> value) {
    return changed(parts -> parts.players = value);
  }

  State withPlayer(PlayerState value) {
    return withPlayers(players.plus(value.id(), value));
  }

  State withThing(ThingId id, ThingState value) {
    return changed(parts -> parts.things = things.plus(id, value));
  }

  State withVariable(VariableKey key, int value) {
    return changed(parts -> parts.variables = variables.plus(key, value));
  }

  State withTimer(TimerId id, TimerState value) {
    return changed(parts -> parts.timers = timers.plus(id, value));
  }

  State withScored(ScoreId id) {
    return changed(parts -> parts.scored = scored.plus(id));
  }

  State withFired(String rule) {
    return changed(parts -> parts.fired = fired.plus(rule));
  }

  State withSuggested(Suggestion suggestion) {
    return changed(parts -> parts.suggested = suggested.plus(suggestion));
  }

  State withRaised(Suggestion topic) {
    return changed(parts -> parts.raised = raised.plus(topic));
  }

  State withVisited(RoomId room) {
    return changed(parts -> parts.visited = visited.plus(room));
  }

  State withDeed(Deed deed) {
    Deed next = recent.isEmpty() ? deed : deed.after(recent.get(recent.size() - 1));
    PVector<Deed> deeds = recent.plus(next);
    return changed(parts -> parts.recent = deeds.size() > RECENT ? deeds.minus(0) : deeds);
  }

  State withTurn(int value, PSortedSet<PlayerId> who) {
    return changed(
        parts -> {
          parts.turn = value;
          parts.acted = who;
        });
  }

  State withHint(int hint, int tiers) {
    return changed(parts -> parts.hints = hints.plus(hint, tiers));
  }

  State withThings(Things value) {
    return changed(parts -> parts.things = value);
  }

  State withVariables(SharedMap<VariableKey, Integer> value) {
    return changed(parts -> parts.variables = value);
  }

  State withTimers(SharedMap<TimerId, TimerState> value) {
    return changed(parts -> parts.timers = value);
  }

  State withScored(PSortedSet<ScoreId> value) {
    return changed(parts -> parts.scored = value);
  }

  State withFired(PSortedSet<String> value) {
    return changed(parts -> parts.fired = value);
  }

  State withSuggested(PSortedSet<Suggestion> value) {
    return changed(parts -> parts.suggested = value);
  }

  State withRaised(PSortedSet<Suggestion> value) {
    return changed(parts -> parts.raised = value);
  }

  State withVisitedRooms(PSortedSet<RoomId> value) {
    return changed(parts -> parts.visited = value);
  }

  State withRecent(PVector<Deed> value) {
    return changed(parts -> parts.recent = value);
  }

  State withEnded(Optional<EndingId> value) {
    return changed(parts -> parts.ended = value);
  }

  State withDeaths(SharedMap<PlayerId, Integer> value) {
    return changed(parts -> parts.deaths = value);
  }

  State withPenalty(int value) {
    return changed(parts -> parts.penalty = value);
  }

  /** The same, but nobody remembers what could be taken back. */
  State forgetting() {
    State state = this;
    for (PlayerState player : players.values()) {
      if (!player.mind().past().isEmpty()) {
        state = state.withPlayer(player.withMind(player.mind().withPast(java.util.List.of())));
      }
    }
    return state;
  }

  State withMillis(long value) {
    return changed(parts -> parts.millis = value);
  }

  State withChance(long seed) {
    return changed(parts -> parts.chance = seed);
  }

  State withDeath(PlayerId player, int points) {
    return changed(
        parts -> {
          parts.deaths = deaths.plus(player, deaths(player) + 1);
          parts.penalty = penalty + points;
        });
  }

  State withAchieved(PSortedSet<Achieved> value) {
    return changed(parts -> parts.achieved = value);
  }

  State withFollowing(SharedMap<ThingId, PlayerId> value) {
    return changed(parts -> parts.following = value);
  }

  State withEnded(EndingId ending) {
    return withEnded(Optional.of(ending));
  }

  private State changed(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.state();
  }

  /** The parts of a state while one of them is put in another's place. */
  private static final class Parts {
    private SharedMap<PlayerId, PlayerState> players;
    private Things things;
    private SharedMap<VariableKey, Integer> variables;
    private SharedMap<TimerId, TimerState> timers;
    private PSortedSet<ScoreId> scored;
    private PSortedSet<String> fired;
    private PSortedSet<Suggestion> suggested;
    private PSortedSet<Suggestion> raised;
    private PSortedSet<RoomId> visited;
    private PVector<Deed> recent;
    private PSortedSet<PlayerId> acted;
    private SharedMap<Integer, Integer> hints;
    private int turn;
    private long millis;
    private long chance;
    private Optional<EndingId> ended;
    private SharedMap<PlayerId, Integer> deaths;
    private int penalty;
    private PSortedSet<Achieved> achieved;
    private SharedMap<ThingId, PlayerId> following;

    Parts(State of) {
      players = of.players;
      things = of.things;
      variables = of.variables;
      timers = of.timers;
      scored = of.scored;
      fired = of.fired;
      suggested = of.suggested;
      raised = of.raised;
      visited = of.visited;
      recent = of.recent;
      acted = of.acted;
      hints = of.hints;
      turn = of.turn;
      millis = of.millis;
      chance = of.chance;
      ended = of.ended;
      deaths = of.deaths;
      penalty = of.penalty;
      achieved = of.achieved;
      following = of.following;
    }

    State state() {
      return new State(
          players, things, variables, timers, scored, fired, suggested, raised, visited, recent,
          acted, hints, turn, millis, chance, ended, deaths, penalty, achieved, following);
    }
  }
}

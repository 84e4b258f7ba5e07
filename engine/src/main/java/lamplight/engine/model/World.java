package lamplight.engine.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A world as its author defined it, without its rules. All maps keep the author's order.
 *
 * <p>Invariant: every id that a part names is there; the loader has checked it.
 */
public record World(
    WorldId id,
    WorldInfo info,
    Map<RoomId, Room> rooms,
    Map<ThingId, Thing> things,
    Map<RegionId, Region> regions,
    Map<RoleId, Role> roles,
    Map<VariableId, Variable> variables,
    Map<TimerId, Timer> timers,
    Map<ScoreId, Score> scores,
    List<Hint> hints,
    Map<EndingId, Ending> endings,
    Map<AchievementId, Achievement> achievements) {
  public World {
    rooms = ordered(rooms);
    things = ordered(things);
    regions = ordered(regions);
    roles = ordered(roles);
    variables = ordered(variables);
    timers = ordered(timers);
    scores = ordered(scores);
    hints = List.copyOf(hints);
    endings = ordered(endings);
    achievements = ordered(achievements);
  }

  public Room room(RoomId id) {
    return found(rooms.get(id), id);
  }

  public Thing thing(ThingId id) {
    return found(things.get(id), id);
  }

  /**
   * Things of which some players may see or reach more than others, and that may depend on
   * anything.
   */
  public List<ThingId> personal() {
    return things.values().stream()
        .filter(
            thing ->
                !thing.visible().equals(Condition.ALWAYS)
                    || !thing.reach().when().equals(Condition.ALWAYS))
        .map(Thing::id)
        .toList();
  }

  public Role role(RoleId id) {
    return found(roles.get(id), id);
  }

  public Variable variable(VariableId id) {
    return found(variables.get(id), id);
  }

  public Timer timer(TimerId id) {
    return found(timers.get(id), id);
  }

  public Score score(ScoreId id) {
    return found(scores.get(id), id);
  }

  public Ending ending(EndingId id) {
    return found(endings.get(id), id);
  }

  public Achievement achievement(AchievementId id) {
    return found(achievements.get(id), id);
  }

  /** The sum of all scores. */
  public int maximumScore() {
    return scores.values().stream().mapToInt(Score::points).sum();
  }

  /** The doors of a room, in the order of its exits, each once. */
  public List<ThingId> doors(RoomId room) {
    List<ThingId> doors = new ArrayList<>();
    for (Exit exit : room(room).exits().values()) {
      exit.door().filter(door -> !doors.contains(door)).ifPresent(doors::add);
    }
    return doors;
  }

  /** Whether an exit of a room is through a door. */
  boolean hasDoor(RoomId room, ThingId door) {
    for (Exit exit : room(room).exits().values()) {
      if (exit.door().filter(door::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The exit of a room that a thing stands for: a door in it, or stairs that lead there. */
  public Optional<Direction> exitThrough(RoomId room, ThingId thing) {
    Optional<Direction> way = thing(thing).way();
    return room(room).exits().entrySet().stream()
        .filter(
            exit ->
                exit.getValue().door().equals(Optional.of(thing))
                    || way.equals(Optional.of(exit.getKey())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  private static <T> T found(@org.jspecify.annotations.Nullable T value, Id id) {
    if (value == null) {
      throw new IllegalArgumentException("the world has no \"" + id.value() + "\"");
    }
    return value;
  }
}

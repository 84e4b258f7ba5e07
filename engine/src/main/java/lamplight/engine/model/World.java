package lamplight.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A world as its author defined it, without its rules. All maps keep the author's order. What
 * follows from it and is often asked for is worked out once.
 *
 * <p>Invariant: every id that a part names is there; the loader has checked it.
 */
public final class World {
  private final WorldId id;
  private final WorldInfo info;
  private final Map<RoomId, Room> rooms;
  private final Map<ThingId, Thing> things;
  private final Map<RegionId, Region> regions;
  private final Map<RoleId, Role> roles;
  private final Map<VariableId, Variable> variables;
  private final Map<TimerId, Timer> timers;
  private final Map<ScoreId, Score> scores;
  private final List<Hint> hints;
  private final Map<EndingId, Ending> endings;
  private final Map<AchievementId, Achievement> achievements;

  /** The place of each thing in the author's order. */
  private final Map<ThingId, Integer> order = new HashMap<>();

  private final List<ThingId> inOrder;

  private final Map<ThingId, List<ThingId>> parts = new HashMap<>();
  private final Map<RoomId, List<ThingId>> doors = new HashMap<>();
  private final List<Thing> lights;
  private final List<ThingId> personal;
  private final boolean keepsThingsFromHands;
  private final boolean keepsThingsFromEyes;

  public World(
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
    this.id = id;
    this.info = info;
    this.rooms = ordered(rooms);
    this.things = ordered(things);
    this.regions = ordered(regions);
    this.roles = ordered(roles);
    this.variables = ordered(variables);
    this.timers = ordered(timers);
    this.scores = ordered(scores);
    this.hints = List.copyOf(hints);
    this.endings = ordered(endings);
    this.achievements = ordered(achievements);
    inOrder = List.copyOf(this.things.keySet());
    for (Thing thing : this.things.values()) {
      order.put(thing.id(), order.size());
      thing
          .partOf()
          .ifPresent(
              whole -> parts.computeIfAbsent(whole, key -> new ArrayList<>()).add(thing.id()));
    }
    this.rooms.forEach((room, defined) -> doors.put(room, doors(defined)));
    this.lights =
        this.things.values().stream().filter(thing -> thing.light() != Thing.Light.NEVER).toList();
    this.personal = this.things.values().stream().filter(World::isPersonal).map(Thing::id).toList();
    this.keepsThingsFromHands =
        this.things.values().stream()
            .anyMatch(thing -> !thing.reach().when().equals(Condition.ALWAYS));
    this.keepsThingsFromEyes =
        this.things.values().stream().anyMatch(thing -> !thing.visible().equals(Condition.ALWAYS));
  }

  public WorldId id() {
    return id;
  }

  public WorldInfo info() {
    return info;
  }

  public Map<RoomId, Room> rooms() {
    return rooms;
  }

  public Map<ThingId, Thing> things() {
    return things;
  }

  public Map<RegionId, Region> regions() {
    return regions;
  }

  public Map<RoleId, Role> roles() {
    return roles;
  }

  public Map<VariableId, Variable> variables() {
    return variables;
  }

  public Map<TimerId, Timer> timers() {
    return timers;
  }

  public Map<ScoreId, Score> scores() {
    return scores;
  }

  public List<Hint> hints() {
    return hints;
  }

  public Map<EndingId, Ending> endings() {
    return endings;
  }

  public Map<AchievementId, Achievement> achievements() {
    return achievements;
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
    return personal;
  }

  /** Whether its author lets hands come to some things only under conditions. */
  boolean keepsThingsFromHands() {
    return keepsThingsFromHands;
  }

  /** Whether its author lets eyes see some things only under conditions. */
  public boolean keepsThingsFromEyes() {
    return keepsThingsFromEyes;
  }

  private static boolean isPersonal(Thing thing) {
    return !thing.visible().equals(Condition.ALWAYS)
        || !thing.reach().when().equals(Condition.ALWAYS);
  }

  /** What a thing consists of, as long as nobody has put it anywhere else. */
  List<ThingId> parts(ThingId whole) {
    return parts.getOrDefault(whole, List.of());
  }

  /** The things that give light, always or when they are switched on. */
  List<Thing> lights() {
    return lights;
  }

  /** Sorts things in the world's order. */
  List<ThingId> inOrder(Collection<ThingId> some) {
    int[] places = new int[some.size()];
    int size = 0;
    for (ThingId thing : some) {
      places[size++] = Objects.requireNonNull(order.get(thing));
    }
    Arrays.sort(places);
    List<ThingId> sorted = new ArrayList<>(size);
    for (int place : places) {
      sorted.add(inOrder.get(place));
    }
    return sorted;
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
    return doors.getOrDefault(room, List.of());
  }

  private static List<ThingId> doors(Room room) {
    return room.exits().values().stream().flatMap(exit -> exit.door().stream()).distinct().toList();
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

package lamplight.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import lamplight.engine.model.AchievementId;
import lamplight.engine.model.Condition;
import lamplight.engine.model.EndingId;
import lamplight.engine.model.Exit;
import lamplight.engine.model.Id;
import lamplight.engine.model.Place;
import lamplight.engine.model.Role;
import lamplight.engine.model.Room;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.ScoreId;
import lamplight.engine.model.Subject;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.TimerId;
import lamplight.engine.model.Variable;
import lamplight.engine.model.VariableId;
import lamplight.engine.model.World;
import lamplight.engine.play.Story;
import lamplight.engine.rules.Death;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Rule;
import lamplight.engine.rules.Topic;
import lamplight.engine.rules.Wander;

/**
 * What players can come to at the very most.
 *
 * <p>Everything that once was possible is taken to stay so: a door that was opened once counts as
 * open and as shut, a variable keeps all values that it ever took. So what is not in reach here
 * never is in any game, while not all that is here must be. What the tables do not know of is taken
 * for possible. It is the planner's old "delete relaxation" (Bonet and Geffner, Planning as
 * Heuristic Search, 2001).
 */
final class Reach {
  /** Long chains of rules are rare; each round is one pass over the world. */
  private static final int MOST_ROUNDS = 200;

  private final Story story;
  private final World world;
  private final boolean everything;
  private final int players;
  private final Set<RoomId> rooms = new HashSet<>();
  private final Set<ThingId> present = new HashSet<>();
  private final Set<ThingId> had = new HashSet<>();
  private final Set<ThingId> loose = new HashSet<>();
  private final Set<ThingId> open = new HashSet<>();
  private final Set<ThingId> unlocked = new HashSet<>();
  private final Set<ThingId> portable = new HashSet<>();
  private final Set<ThingId> revealed = new HashSet<>();
  private final Map<ThingId, Set<Place>> places = new HashMap<>();
  private final Map<ThingId, Set<String>> states = new HashMap<>();
  private final Map<VariableId, TreeSet<Integer>> values = new HashMap<>();
  private final Set<Object> events = new HashSet<>();
  private final Map<ThingId, List<ThingId>> copies = new HashMap<>();
  private final Map<ThingId, Set<RoomId>> hung = new HashMap<>();
  private Optional<List<ThingId>> nouns = Optional.empty();
  private boolean grown;

  private Reach(Story story, boolean everything, int players, Optional<ThingId> picked) {
    this.story = story;
    this.world = story.world();
    this.everything = everything;
    this.players = players;
    index();
    begin();
    picked.ifPresent(this::unlock);
    picked.ifPresent(this::open);
    for (int i = 0; i < MOST_ROUNDS && grown; i++) {
      grown = false;
      rooms();
      things();
      rules();
    }
  }

  /** What players can come to by the rules of the world. */
  static Reach of(Story story) {
    return new Reach(story, false, most(story), Optional.empty());
  }

  /** What a lone player can come to. */
  static Reach ofOne(Story story) {
    return new Reach(story, false, 1, Optional.empty());
  }

  /** What could be if every room and thing were in reach and every rule fired. */
  static Reach ofEverything(Story story) {
    return new Reach(story, true, most(story), Optional.empty());
  }

  /** The same for a lone player: what does not hold here takes several. */
  static Reach ofEverythingForOne(Story story) {
    return new Reach(story, true, 1, Optional.empty());
  }

  /** What players could come to if one lock were open. */
  static Reach withOpen(Story story, ThingId lock) {
    return new Reach(story, false, most(story), Optional.of(lock));
  }

  private static int most(Story story) {
    return story.world().info().maxPlayers();
  }

  World world() {
    return world;
  }

  /** How many players there are at most. */
  int players() {
    return players;
  }

  boolean comesTo(RoomId room) {
    return rooms.contains(room);
  }

  /** Whether players can come to perceive a thing, or one of its copies. */
  boolean finds(ThingId thing) {
    return present.contains(thing) || alike(thing).stream().anyMatch(present::contains);
  }

  /** Whether players can come to carry a thing, or one of its copies. */
  boolean has(ThingId thing) {
    return had.contains(thing) || alike(thing).stream().anyMatch(had::contains);
  }

  boolean opens(ThingId thing) {
    return open.contains(thing);
  }

  boolean unlocks(ThingId thing) {
    return unlocked.contains(thing);
  }

  boolean becomes(ThingId thing, String state) {
    return states.getOrDefault(thing, Set.of()).contains(state);
  }

  boolean isEverAt(ThingId thing, Place place) {
    return places.getOrDefault(thing, Set.of()).contains(place) || has(thing) || loose(thing);
  }

  /** The values that a variable ever takes; of a number, its least and its greatest. */
  SortedSet<Integer> values(VariableId variable) {
    return values.getOrDefault(variable, new TreeSet<>());
  }

  /** All that a set ever has, as its number. */
  int members(VariableId set) {
    return values(set).stream().reduce(0, (all, some) -> all | some);
  }

  boolean isAchieved(AchievementId achievement) {
    return events.contains(achievement);
  }

  boolean isGiven(ScoreId score) {
    return events.contains(score);
  }

  boolean runs(TimerId timer) {
    return events.contains(timer);
  }

  boolean ends(EndingId ending) {
    return events.contains(ending);
  }

  boolean passes(Exit exit) {
    boolean open = exit.door().map(this::opens).orElse(true);
    return open && may(exit.when());
  }

  /** Whether a condition can ever hold. */
  boolean may(Condition condition) {
    return Prospects.may(condition, this);
  }

  /** Whether a condition can ever not hold. */
  boolean mayNot(Condition condition) {
    return Prospects.mayNot(condition, this);
  }

  private boolean loose(ThingId thing) {
    return loose.contains(thing);
  }

  private List<ThingId> alike(ThingId thing) {
    return copies.getOrDefault(thing, List.of(thing));
  }

  // What there is to begin with.

  private void index() {
    for (Thing thing : world.things().values()) {
      copies.computeIfAbsent(thing.alike(), alike -> new ArrayList<>()).add(thing.id());
    }
    for (RoomId room : world.rooms().keySet()) {
      for (ThingId door : world.doors(room)) {
        hung.computeIfAbsent(door, id -> new HashSet<>()).add(room);
      }
    }
  }

  private void begin() {
    grown = true;
    add(rooms, world.info().start());
    for (Role role : world.roles().values()) {
      role.start().ifPresent(room -> add(rooms, room));
      role.things().forEach(this::give);
    }
    story.rulebook().death().flatMap(Death::revive).ifPresent(room -> add(rooms, room));
    for (Thing thing : world.things().values()) {
      place(thing.id(), thing.start());
      thing.states().keySet().stream().findFirst().ifPresent(first -> become(thing.id(), first));
      if (thing.liquid().isPresent()) {
        loosen(thing.id());
      }
    }
    for (Variable variable : world.variables().values()) {
      set(variable.id(), variable.start());
    }
    world.timers().values().stream()
        .filter(lamplight.engine.model.Timer::running)
        .forEach(timer -> add(events, timer.id()));
    story.rulebook().wanders().stream().map(Wander::person).forEach(this::loosen);
    if (everything) {
      rooms.addAll(world.rooms().keySet());
      world.things().keySet().forEach(this::give);
      world.things().keySet().forEach(this::unlock);
      world.things().keySet().forEach(this::open);
    }
  }

  // One round.

  private void rooms() {
    for (Room room : world.rooms().values()) {
      if (comesTo(room.id())) {
        room.exits().values().stream().filter(this::passes).forEach(exit -> add(rooms, exit.to()));
      }
    }
  }

  private void things() {
    for (Thing thing : world.things().values()) {
      ThingId id = thing.id();
      if (isAround(thing) && (!thing.hidden() || revealed.contains(id))) {
        add(present, id);
      }
      if (finds(id)) {
        if (touches(id)) {
          lid(thing);
        }
        boolean takeable = thing.portable() || portable.contains(id);
        if (takeable && touches(id) && canBeTaken(thing)) {
          add(had, id);
        }
      }
    }
  }

  private void lid(Thing thing) {
    thing
        .lid()
        .ifPresent(
            lid -> {
              boolean locked = lid.locked().orElse(false);
              if (!locked || lid.key().filter(this::has).isPresent()) {
                unlock(thing.id());
              }
              if (lid.open() || (lid.openable() && unlocks(thing.id()))) {
                open(thing.id());
              }
            });
  }

  private boolean isAround(Thing thing) {
    return thing.partOf().map(this::finds).orElse(false)
        || loose(thing.id())
        || had.contains(thing.id())
        || (thing.kind() == Thing.Kind.DOOR && hangs(thing.id()))
        || places.getOrDefault(thing.id(), Set.of()).stream().anyMatch(this::isSeen);
  }

  private boolean hangs(ThingId door) {
    return hung.getOrDefault(door, Set.of()).stream().anyMatch(rooms::contains);
  }

  /** Whether what is in a place can be seen. */
  private boolean isSeen(Place place) {
    if (place instanceof Place.In in) {
      boolean clear =
          world.thing(in.container()).container().filter(box -> box.transparent()).isPresent();
      return finds(in.container()) && (clear || opens(in.container()) || isVessel(in.container()));
    }
    if (place instanceof Place.With with) {
      return finds(with.person());
    }
    return isInHand(place);
  }

  private boolean isVessel(ThingId thing) {
    return world.thing(thing).container().isEmpty();
  }

  /** Whether what is in a place can be taken from there; what people carry is theirs. */
  private boolean isInHand(Place place) {
    if (place instanceof Place.InRoom in) {
      return comesTo(in.room());
    }
    if (place instanceof Place.In in) {
      return touches(in.container()) && (opens(in.container()) || isVessel(in.container()));
    }
    return (place instanceof Place.On on && touches(on.supporter()))
        || place instanceof Place.HeldBy;
  }

  private boolean touches(ThingId thing) {
    return finds(thing) && may(world.thing(thing).reach().when());
  }

  private boolean canBeTaken(Thing thing) {
    return loose(thing.id())
        || places.getOrDefault(thing.id(), Set.of()).stream().anyMatch(this::isInHand);
  }

  private void rules() {
    for (Rule rule : story.rulebook().rules()) {
      if (everything || rule.on().stream().anyMatch(on -> Prospects.comesUp(on, this))) {
        choose(rule.when(), rule.effects(), rule.otherwise());
      }
    }
    story
        .rulebook()
        .talks()
        .forEach(
            (person, talk) ->
                talk.topics().stream()
                    .filter(topic -> everything || (finds(person) && may(topic.when())))
                    .map(Topic::effects)
                    .forEach(this::apply));
    story
        .rulebook()
        .timers()
        .forEach(
            (timer, steps) -> {
              if (everything || (runs(timer) && may(world.timer(timer).runsWhile()))) {
                steps.values().forEach(this::apply);
              }
            });
    story.rulebook().death().flatMap(Death::ending).ifPresent(ending -> add(events, ending));
  }

  /** Applies effects that follow if a condition holds, and those that follow if it does not. */
  void choose(Condition when, List<Effect> then, List<Effect> otherwise) {
    if (everything || may(when)) {
      apply(then);
    }
    if (everything || mayNot(when)) {
      apply(otherwise);
    }
  }

  void apply(List<Effect> effects) {
    effects.forEach(effect -> Outcomes.apply(effect, this));
  }

  /** Applies effects whose noun is one of these things. */
  void apply(List<ThingId> things, List<Effect> effects) {
    Optional<List<ThingId>> before = nouns;
    nouns = Optional.of(things);
    apply(effects);
    nouns = before;
  }

  /** Applies effects, and tells whether they bring anything that was not in reach before. */
  boolean gains(List<Effect> effects) {
    grown = false;
    apply(effects);
    return grown;
  }

  // What effects bring.

  /** A thing comes up, wherever it is. */
  void name(ThingId thing) {
    add(present, thing);
  }

  void come(RoomId room) {
    add(rooms, room);
  }

  void happen(Id event) {
    add(events, event);
  }

  void place(ThingId thing, Place place) {
    add(places.computeIfAbsent(thing, id -> new HashSet<>()), place);
  }

  /** A thing can come to be anywhere. */
  void loosen(ThingId thing) {
    add(loose, thing);
  }

  void give(ThingId thing) {
    add(present, thing);
    add(had, thing);
    reveal(thing);
  }

  void open(ThingId thing) {
    add(open, thing);
  }

  void unlock(ThingId thing) {
    add(unlocked, thing);
  }

  void free(ThingId thing) {
    add(portable, thing);
  }

  void reveal(ThingId thing) {
    add(revealed, thing);
  }

  void become(ThingId thing, String state) {
    add(states.computeIfAbsent(thing, id -> new HashSet<>()), state);
  }

  void set(VariableId variable, int value) {
    add(values.computeIfAbsent(variable, id -> new TreeSet<>()), value);
  }

  /** What a subject can be: the thing that is named, or any that the command can be about. */
  List<ThingId> subjects(Subject subject) {
    if (subject instanceof Subject.Noun && nouns.isPresent()) {
      return nouns.get();
    }
    return subject.fixed().map(List::of).orElseGet(() -> List.copyOf(present));
  }

  private <T> void add(Set<T> set, T value) {
    grown |= set.add(value);
  }
}

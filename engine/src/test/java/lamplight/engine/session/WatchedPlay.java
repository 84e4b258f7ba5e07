package lamplight.engine.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.model.Change;
import lamplight.engine.model.Place;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.model.Thing;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Variable;
import lamplight.engine.model.World;
import lamplight.engine.play.Answer;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.play.Told;
import lamplight.engine.prose.Line;
import lamplight.engine.rules.Observer;
import lamplight.engine.rules.Sources;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Known;
import lamplight.engine.sync.Outlook;
import lamplight.engine.sync.StateHash;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A world's rules, and a witness of what they did: which commands were carried out, what each
 * player was told, what each could see. It knows this from the rules alone, so that it can say
 * whether what was sent is right.
 */
final class WatchedPlay implements Play {

  /**
   * What has happened and still counts: what a server forgets when it dies, the witness forgets.
   *
   * @param commands numbers of the commands that were carried out or refused by the rules
   * @param told the lines that each player was told, with the empty ones that end paragraphs
   * @param known ids that each player has come to know of
   * @param hashes the hash of each player's view, by version from 1
   * @param states the world, by version from 1
   */
  private record Past(
      State state,
      PMap<PlayerId, PVector<Long>> commands,
      PMap<PlayerId, PVector<String>> told,
      PMap<PlayerId, PSet<String>> known,
      PVector<Map<String, StateHash>> hashes,
      PVector<State> states) {}

  private final GamePlay play;
  private final Sabotage sabotage;
  private Past past;
  private final Map<Long, Past> kept = new HashMap<>();

  /** The number of the command that is being carried out. */
  private long command;

  /** Whether a command changed anything when it was carried out last. */
  private final Map<PlayerId, Map<Long, Boolean>> changing = new HashMap<>();

  /** All lines that players were ever told, be it by a server that died. */
  private final Map<PlayerId, Set<String>> toldOnce = new HashMap<>();

  /** Ids of persons who ever were where a player was, be it within a step. */
  private final Map<PlayerId, Set<String>> met = new HashMap<>();

  private final List<ThingId> persons;

  /** Ids of things, rooms and secret variables: who is told one must know it. */
  private final Set<String> guarded = new HashSet<>();

  private final Set<String> secret = new HashSet<>();

  private int steps;

  WatchedPlay(Game game, Sabotage sabotage) {
    this.play = (GamePlay) GamePlay.of(game);
    this.sabotage = sabotage;
    this.past =
        new Past(
            game.start(1),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            TreePVector.empty(),
            TreePVector.empty());
    World world = game.world();
    this.persons =
        world.things().values().stream()
            .filter(thing -> thing.kind() == Thing.Kind.PERSON)
            .map(Thing::id)
            .toList();
    world.things().keySet().forEach(id -> guarded.add(id.value()));
    world.rooms().keySet().forEach(id -> guarded.add(id.value()));
    world.variables().values().stream()
        .filter(variable -> !variable.open())
        .map(Variable::id)
        .forEach(id -> secret.add(id.value()));
    guarded.addAll(secret);
  }

  // ---- what the witness says ----

  State state() {
    return past.state;
  }

  World world() {
    return play.game().world();
  }

  /** Numbers of the commands that a player's history has, in order. */
  List<Long> commands(PlayerId player) {
    return past.commands.getOrDefault(player, TreePVector.empty());
  }

  /** Whether a command that was answered must not be lost: it has changed something. */
  boolean mustStay(PlayerId player, long command) {
    return changing.getOrDefault(player, Map.of()).getOrDefault(command, false);
  }

  /** The lines that a player was told, in order, by servers whose word still counts. */
  List<String> told(PlayerId player) {
    return past.told.getOrDefault(player, TreePVector.empty());
  }

  /** Whether a player was ever told a line, be it by a server that died. */
  boolean wasTold(PlayerId player, String words) {
    return toldOnce.getOrDefault(player, Set.of()).contains(words);
  }

  boolean isSecretVariable(String word) {
    return secret.contains(word);
  }

  /** Ids that nobody is told who does not know them. */
  Set<String> guarded() {
    return guarded;
  }

  boolean mayKnow(PlayerId player, String id) {
    return !guarded.contains(id)
        || past.known.getOrDefault(player, HashTreePSet.empty()).contains(id);
  }

  /**
   * Whether a player may be told of something in prose: of what is known, and of a person who came
   * and went within a step and so was never in the player's view.
   */
  boolean mayRead(PlayerId player, String id) {
    return mayKnow(player, id) || met.getOrDefault(player, Set.of()).contains(id);
  }

  /** The hash that a player's view had at a version; empty words if there was none. */
  boolean was(String player, long version, StateHash hash) {
    return version >= 1
        && version <= past.hashes.size()
        && hash.equals(past.hashes.get((int) version - 1).get(player));
  }

  /**
   * Whether that was what a player could know at a version of where another was, and how well:
   * {@code PLAYER}, the other's id, the room, and with them health and energy or nothing.
   */
  boolean wasAware(PlayerId player, long version, List<String> parts) {
    if (version < 1 || version > past.states.size()) {
      return false;
    }
    State then = past.states.get((int) version - 1);
    PlayerState other = then.players().get(new PlayerId(parts.get(1)));
    if (other == null) {
      return false;
    }
    boolean together =
        then.player(player).room().equals(other.room())
            && !new Sight(world(), then).dark(other.room());
    String room = other.room().value();
    List<String> vitals =
        List.of(room, Integer.toString(other.health()), Integer.toString(other.energy()));
    return (world().info().partyAware() || player.equals(other.id()) || together)
        && parts.subList(2, parts.size()).equals(vitals.subList(0, parts.size() - 2));
  }

  // ---- what the server does ----

  /** What comes next is done for a player's command of that number. */
  void expect(long number) {
    command = number;
  }

  /** All up to now is in the record of that number. */
  void keep(long record) {
    kept.put(record, past);
  }

  /** The server dies and goes on where that record ends. */
  void goBack(long record) {
    past = kept.getOrDefault(record, past);
  }

  @Override
  public State fitting(State old) {
    return play.fitting(old);
  }

  @Override
  public State start(long seed) {
    State state = play.start(seed);
    past = new Past(state, past.commands, past.told, past.known, past.hashes, past.states);
    return state;
  }

  @Override
  public Step step(State before, Input input, Observer observer) {
    Step step = play.step(before, input, observer);
    PMap<PlayerId, PVector<Long>> commands = past.commands;
    if (input instanceof Input.Command by) {
      PVector<Long> done = commands.getOrDefault(by.player(), TreePVector.empty());
      commands = commands.plus(by.player(), done.plus(command));
      changing
          .computeIfAbsent(by.player(), any -> new HashMap<>())
          .put(command, !step.changes().isEmpty());
    }
    PMap<PlayerId, PVector<String>> told = past.told;
    if (step.answer() instanceof Answer.Refused no && input instanceof Input.Command by) {
      toldOnce.computeIfAbsent(by.player(), any -> new HashSet<>()).add(no.text());
    }
    for (Told one : step.told()) {
      List<String> paragraph = words(one);
      toldOnce.computeIfAbsent(one.to(), any -> new HashSet<>()).addAll(paragraph);
      PVector<String> all = told.getOrDefault(one.to(), TreePVector.empty());
      told = told.plus(one.to(), all.plusAll(paragraph));
    }
    meet(before, step);
    past =
        new Past(
            step.state(),
            commands,
            told,
            learned(past.known, before, step.state()),
            past.hashes,
            past.states);
    boolean twice = sabotage == Sabotage.CARRY_OUT_TWICE && input instanceof Input.Command;
    return twice && ++steps % 20 == 0 ? step(step.state(), input, observer) : step;
  }

  /** The lines of a paragraph and the empty one that ends it. */
  private static List<String> words(Told told) {
    return Stream.concat(told.paragraph().stream().map(Line::plain), Stream.of("")).toList();
  }

  /** Players notice who comes to where they are, or is there when they come. */
  private void meet(State before, Step step) {
    State state = before;
    for (Change change : step.changes()) {
      state = change.apply(state);
      if (change instanceof Change.Placed || change instanceof Change.Moved) {
        meet(state);
      }
    }
  }

  private void meet(State now) {
    for (PlayerState player : now.players().values()) {
      Place here = new Place.InRoom(player.room());
      persons.stream()
          .filter(person -> now.place(person).equals(here))
          .forEach(
              person ->
                  met.computeIfAbsent(player.id(), any -> new HashSet<>()).add(person.value()));
    }
  }

  private static PMap<PlayerId, PSet<String>> learned(
      PMap<PlayerId, PSet<String>> known, State before, State state) {
    List<String> rooms =
        Stream.concat(
                state.visited().stream(), state.players().values().stream().map(PlayerState::room))
            .map(RoomId::value)
            .toList();
    PMap<PlayerId, PSet<String>> all = known;
    for (PlayerState player : state.players().values()) {
      PSet<String> old = all.getOrDefault(player.id(), HashTreePSet.empty());
      List<String> seen =
          seen(before, player) ? List.of() : player.seen().stream().map(ThingId::value).toList();
      if (!old.containsAll(rooms) || !old.containsAll(seen)) {
        all = all.plus(player.id(), old.plusAll(rooms).plusAll(seen));
      }
    }
    return all;
  }

  /** Whether a player has seen nothing new. */
  @SuppressWarnings("ReferenceEquality") // what is the same need not be looked into
  private static boolean seen(State before, PlayerState player) {
    return before.players().containsKey(player.id())
        && before.player(player.id()).seen() == player.seen();
  }

  @Override
  public Sources sources() {
    return play.sources();
  }

  @Override
  public Step replacedBy(Game next, State before, boolean aloud) {
    return play.replacedBy(next, before, aloud);
  }

  @Override
  public Outlook outlook(State now) {
    Outlook outlook = play.outlook(now);
    if (past.hashes.isEmpty()) {
      note(outlook);
    }
    return outlook;
  }

  @Override
  public Outlook outlook(Outlook before, State was, State is) {
    Outlook outlook = play.outlook(before, was, is);
    note(outlook);
    if (sabotage == Sabotage.FORGET_A_CHANGE) {
      return forgetful(before, outlook);
    }
    if (sabotage == Sabotage.SHOW_WHERE_ALL_ARE) {
      return showing(outlook, is.players().values());
    }
    return sabotage == Sabotage.SHOW_WHAT_IS_HIDDEN ? leaking(outlook) : outlook;
  }

  private static Outlook showing(Outlook outlook, Collection<PlayerState> players) {
    EntrySet party = outlook.party();
    for (PlayerState player : players) {
      String room = player.room().value();
      party =
          party.with(
              new Known.Player(player.id().value(), room, player.health(), player.energy())
                  .entry());
    }
    return new Outlook(party, outlook.rooms(), outlook.viewers());
  }

  /** Once there are players at the table, what all know stays as it was. */
  private Outlook forgetful(Outlook before, Outlook fresh) {
    return ++steps < 12 ? fresh : new Outlook(before.party(), fresh.rooms(), fresh.viewers());
  }

  private Outlook leaking(Outlook outlook) {
    return new Outlook(
        outlook.party().with(Entry.of("FLAG", guarded.iterator().next(), "1")),
        outlook.rooms(),
        outlook.viewers());
  }

  /** The hash of everybody's view at the version that begins now. */
  private void note(Outlook outlook) {
    Map<String, StateHash> all = new HashMap<>();
    outlook
        .viewers()
        .forEach(
            (player, at) -> {
              int room = outlook.rooms().getOrDefault(at.room(), EntrySet.EMPTY).hash().sum();
              int sum = outlook.party().hash().sum() + room + at.own().hash().sum();
              all.put(player, new StateHash(sum));
            });
    past =
        new Past(
            past.state,
            past.commands,
            past.told,
            past.known,
            past.hashes.plus(all),
            past.states.plus(past.state));
  }

  @Override
  public boolean needsClock(State now) {
    return play.needsClock(now);
  }

  @Override
  public boolean passesDowntime() {
    return play.passesDowntime();
  }

  @Override
  public boolean isFree(State now, String id) {
    return play.isFree(now, id);
  }
}

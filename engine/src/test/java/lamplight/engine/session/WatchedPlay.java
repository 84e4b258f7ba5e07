package lamplight.engine.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.State;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.Variable;
import lamplight.engine.model.World;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.play.Told;
import lamplight.engine.prose.Line;
import lamplight.engine.rules.Observer;
import lamplight.engine.rules.Sources;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Outlook;
import lamplight.engine.sync.StateHash;

/**
 * A world's rules, and a witness of what they did: which commands were carried out, what each
 * player was told, what each could see. It knows this from the rules alone, so that it can say
 * whether what was sent is right.
 */
final class WatchedPlay implements Play {

  private final GamePlay play;
  private final Simulation.Sabotage sabotage;

  /** Commands that were carried out or refused by the rules, by player. */
  final Map<PlayerId, List<String>> commands = new HashMap<>();

  /** The lines that each player was told, with the empty ones that end paragraphs. */
  final Map<PlayerId, List<String>> told = new HashMap<>();

  private final Map<PlayerId, Set<String>> toldOnce = new HashMap<>();

  /** Ids that each player has come to know of. */
  final Map<PlayerId, Set<String>> known = new HashMap<>();

  /** The hash of each player's view, by version. */
  final List<Map<String, StateHash>> hashes = new ArrayList<>();

  /** Ids of things, rooms and secret variables: who is told one must know it. */
  private final Set<String> guarded = new HashSet<>();

  private final Set<String> secret = new HashSet<>();

  State state;
  private int steps;

  WatchedPlay(Game game, Simulation.Sabotage sabotage) {
    this.play = (GamePlay) GamePlay.of(game);
    this.sabotage = sabotage;
    this.state = game.start(1);
    World world = game.world();
    world.things().keySet().forEach(id -> guarded.add(id.value()));
    world.rooms().keySet().forEach(id -> guarded.add(id.value()));
    world.variables().values().stream()
        .filter(variable -> !variable.open())
        .map(Variable::id)
        .forEach(id -> secret.add(id.value()));
    guarded.addAll(secret);
  }

  Game game() {
    return play.game();
  }

  boolean wasTold(PlayerId player, String words) {
    return toldOnce.getOrDefault(player, Set.of()).contains(words);
  }

  boolean isSecretVariable(String word) {
    return secret.contains(word);
  }

  boolean mayKnow(PlayerId player, String id) {
    return !guarded.contains(id) || known.getOrDefault(player, Set.of()).contains(id);
  }

  @Override
  public State fitting(State kept) {
    return play.fitting(kept);
  }

  @Override
  public State start(long seed) {
    state = play.start(seed);
    return state;
  }

  @Override
  public Step step(State before, Input input, Observer observer) {
    Step step = play.step(before, input, observer);
    if (input instanceof Input.Command command) {
      commands.computeIfAbsent(command.player(), any -> new ArrayList<>()).add(command.text());
      if (sabotage == Simulation.Sabotage.CARRY_OUT_TWICE && ++steps % 20 == 0) {
        return step(step.state(), input, observer);
      }
    }
    for (Told one : step.told()) {
      List<String> lines = told.computeIfAbsent(one.to(), any -> new ArrayList<>());
      one.paragraph().stream().map(Line::plain).forEach(lines::add);
      lines.add("");
      Set<String> once = toldOnce.computeIfAbsent(one.to(), any -> new HashSet<>(Set.of("")));
      one.paragraph().stream().map(Line::plain).forEach(once::add);
    }
    state = step.state();
    state.players().keySet().forEach(this::learn);
    return step;
  }

  private void learn(PlayerId player) {
    Set<String> ids = known.computeIfAbsent(player, any -> new HashSet<>());
    state.player(player).seen().stream().map(ThingId::value).forEach(ids::add);
    state.visited().stream().map(RoomId::value).forEach(ids::add);
    ids.add(state.player(player).room().value());
    state.players().values().stream().map(one -> one.room().value()).forEach(ids::add);
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
    if (hashes.isEmpty()) {
      note(outlook);
    }
    return outlook;
  }

  @Override
  public Outlook outlook(Outlook before, State was, State is) {
    Outlook outlook = play.outlook(before, was, is);
    note(outlook);
    if (sabotage == Simulation.Sabotage.FORGET_A_CHANGE) {
      return forgetful(before, outlook);
    }
    return sabotage == Simulation.Sabotage.SHOW_WHAT_IS_HIDDEN ? leaking(outlook) : outlook;
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
    hashes.add(all);
  }

  @Override
  public boolean needsClock(State now) {
    return play.needsClock(now);
  }

  @Override
  public boolean isFree(State now, String id) {
    return play.isFree(now, id);
  }
}

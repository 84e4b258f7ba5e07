package lamplight.engine.session;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Presence;
import lamplight.engine.model.State;
import lamplight.engine.play.Answer;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.rules.Observer;
import lamplight.engine.rules.Sources;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.History;
import lamplight.engine.sync.Known;
import lamplight.engine.sync.Outlook;
import lamplight.engine.sync.Scopes;
import lamplight.engine.sync.Tally;

/**
 * The world as it stands, and what its players may know of it: goes one step at a time, whole or
 * not at all.
 */
final class Stage {

  private final Scopes scopes;
  private Play play;
  private State state;
  private Outlook outlook;

  Stage(Play play, long seed) {
    this(play, play.start(seed), 1);
  }

  /** A world that has come up to a version already. */
  Stage(Play play, State state, long version) {
    this.play = play;
    this.state = state;
    this.outlook = play.outlook(state);
    this.scopes = new Scopes(version, outlook);
  }

  /** As it stands now. */
  State state() {
    return state;
  }

  /** Whether a player is told of known rooms in brief. */
  boolean isBrief(PlayerId player) {
    return Optional.ofNullable(state.players().get(player)).filter(PlayerState::brief).isPresent();
  }

  /** Whether a player of the world is shown as being here. */
  boolean isHere(PlayerId player) {
    return state.player(player).presence() == Presence.HERE;
  }

  /** Where the author wrote the world. */
  Sources sources() {
    return play.sources();
  }

  /** What an input would come to; nothing has changed yet. */
  Step draft(Input input, Observer observer) {
    return play.step(state, input, observer);
  }

  /** Goes a step that was drafted from here. If anything of it throws, nothing has changed. */
  void go(Step step) {
    if (!step.changes().isEmpty()) {
      see(play.outlook(outlook, state, step.state()));
    }
    state = step.state();
  }

  /**
   * Goes on with another game's rules and views, unless that refuses. If anything of it throws,
   * nothing has changed.
   *
   * @param aloud whether players are told
   */
  Step renew(Game game, boolean aloud) {
    Step step = play.replacedBy(game, state, aloud);
    if (!step.changes().isEmpty()) {
      Play next = GamePlay.of(game);
      see(next.outlook(step.state()));
      play = next;
    }
    state = step.state();
    return step;
  }

  /** A step that is not made. */
  Step unchanged(Answer answer) {
    return new Step(state, List.of(), List.of(), List.of(), answer);
  }

  private void see(Outlook next) {
    scopes.become(version() + 1, next);
    outlook = next;
  }

  /** All that a player may know, worked out afresh. */
  EntrySet view(PlayerId viewer) {
    return play.outlook(state).view(viewer.value());
  }

  /** Whether a player may know where another is. */
  boolean isAware(PlayerId player, PlayerId other) {
    return outlook.has(player.value(), Known.Player.KIND, other.value());
  }

  /** What a player of the session could see at the last versions. */
  History history(PlayerId viewer) {
    return scopes.of(viewer.value());
  }

  Tally tally() {
    return scopes.tally();
  }

  long version() {
    return scopes.version();
  }

  boolean needsClock() {
    return play.needsClock(state);
  }

  boolean passesDowntime() {
    return play.passesDowntime();
  }

  /** An id for a new player that nothing of the world has, {@code bea} or {@code bea-2}. */
  PlayerId freeId(PlayerName name) {
    String id = name.id();
    for (int n = 2; !play.isFree(state, id); n++) {
      id = name.id() + "-" + n;
    }
    return new PlayerId(id);
  }
}

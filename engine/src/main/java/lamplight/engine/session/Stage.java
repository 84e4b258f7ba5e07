package lamplight.engine.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.State;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.rules.Observer;
import lamplight.engine.rules.Sources;
import lamplight.engine.sync.EntrySet;

/** The world as it stands: goes one step at a time, whole or not at all. */
final class Stage {

  private Play play;
  private State state;
  private long version = 1;

  Stage(Play play, long seed) {
    this.play = play;
    this.state = play.start(seed);
  }

  /**
   * A step that was made.
   *
   * @param views what each viewer sees now; empty if nothing changed
   */
  record Played(Step step, Map<PlayerId, EntrySet> views) {}

  /**
   * Makes a step and works out what {@code viewers} see after it. If anything of it throws, nothing
   * has changed.
   */
  Played step(Input input, Observer observer, Collection<PlayerId> viewers) {
    return take(play.step(state, input, observer), play, viewers);
  }

  /** Where the author wrote the world. */
  Sources sources() {
    return play.sources();
  }

  /**
   * Goes on with another game's rules and views, unless that refuses. If anything of it throws,
   * nothing has changed.
   *
   * @param aloud whether players are told
   */
  Played renew(Game game, boolean aloud, Collection<PlayerId> viewers) {
    return take(play.replacedBy(game, state, aloud), GamePlay.of(game), viewers);
  }

  private Played take(Step step, Play next, Collection<PlayerId> viewers) {
    Map<PlayerId, EntrySet> views = new HashMap<>();
    if (!step.changes().isEmpty()) {
      viewers.forEach(viewer -> views.put(viewer, next.view(step.state(), viewer)));
      version++;
      play = next;
    }
    state = step.state();
    return new Played(step, views);
  }

  EntrySet view(PlayerId viewer) {
    return play.view(state, viewer);
  }

  long version() {
    return version;
  }

  boolean needsClock() {
    return play.needsClock(state);
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

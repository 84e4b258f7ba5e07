package lamplight.engine.session;

import lamplight.engine.model.PlayerId;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.State;
import lamplight.engine.model.ThingId;
import lamplight.engine.model.World;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.rules.Observer;
import lamplight.engine.rules.Sources;
import lamplight.engine.sync.Outlook;

/** A world with its rules. */
record GamePlay(Game game) implements Play {

  static Play of(Game game) {
    return new GamePlay(game);
  }

  @Override
  public State start(long seed) {
    return game.start(seed);
  }

  @Override
  public State fitting(State kept) {
    return game.fitting(kept);
  }

  @Override
  public Step step(State state, Input input, Observer observer) {
    return game.step(state, input, observer);
  }

  @Override
  public Sources sources() {
    return game.story().sources();
  }

  @Override
  public Step replacedBy(Game next, State state, boolean aloud) {
    return next.takeOver(game.world(), state, aloud);
  }

  @Override
  public Outlook outlook(State state) {
    return game.viewer().outlook(state);
  }

  @Override
  public Outlook outlook(Outlook before, State was, State is) {
    return game.viewer().outlook(before, was, is);
  }

  @Override
  public boolean needsClock(State state) {
    return game.needsClock(state);
  }

  @Override
  public boolean passesDowntime() {
    return game.world().info().downtime();
  }

  /** A player's LABEL must not stand in place of a thing's. */
  @Override
  public boolean isFree(State state, String id) {
    World world = game.world();
    return !state.players().containsKey(new PlayerId(id))
        && !world.things().containsKey(new ThingId(id))
        && !world.rooms().containsKey(new RoomId(id));
  }
}

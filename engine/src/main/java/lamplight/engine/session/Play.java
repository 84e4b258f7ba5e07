package lamplight.engine.session;

import lamplight.engine.model.State;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.rules.Observer;
import lamplight.engine.rules.Sources;
import lamplight.engine.sync.Outlook;

/** The rules and the views that a session is played by. */
interface Play {

  State start(long seed);

  /**
   * A state that was kept, as it fits these rules.
   *
   * @throws IllegalArgumentException if it cannot be made to fit
   */
  State fitting(State kept);

  /**
   * The step that an input makes.
   *
   * @param observer hears what rules do
   */
  Step step(State state, Input input, Observer observer);

  /** Where the author wrote the world. */
  Sources sources();

  /**
   * The step by which another game goes on with this one's state.
   *
   * @param aloud whether players are told
   */
  Step replacedBy(Game next, State state, boolean aloud);

  /** What all players may know of a state. */
  Outlook outlook(State state);

  /**
   * What all players may know after a step.
   *
   * @param before what they might know at {@code was}
   */
  Outlook outlook(Outlook before, State was, State is);

  /** Whether time that passes could change anything. */
  boolean needsClock(State state);

  /** Whether time also passes while the server is down. */
  boolean passesDowntime();

  /** Whether nothing and nobody has that id yet. */
  boolean isFree(State state, String id);
}

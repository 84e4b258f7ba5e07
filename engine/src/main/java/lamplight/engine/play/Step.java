package lamplight.engine.play;

import java.util.List;
import lamplight.engine.model.Change;
import lamplight.engine.model.State;
import lamplight.engine.rules.Notice;

/**
 * What one input came to.
 *
 * @param state the next state
 * @param changes what became of the world, in order; empty: nothing, though the clock may have gone
 *     on
 * @param told what is read, in order
 * @param notices what programs may want to know
 */
public record Step(
    State state, List<Change> changes, List<Told> told, List<Notice> notices, Answer answer) {
  public Step {
    changes = List.copyOf(changes);
    told = List.copyOf(told);
    notices = List.copyOf(notices);
  }
}

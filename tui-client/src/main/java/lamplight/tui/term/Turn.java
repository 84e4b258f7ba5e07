package lamplight.tui.term;

import lamplight.tui.link.Standing;
import lamplight.tui.state.Model;
import lamplight.tui.state.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Lets a thread that reads whole lines wait until its last one was taken in, so that the next
 * question is the right one and a piped script neither runs ahead nor ends before its answers are
 * there.
 */
final class Turn {
  private @Nullable Model shown;
  private long given;

  synchronized void show(Model model) {
    shown = model;
    notifyAll();
  }

  /** A line goes out. */
  synchronized void give() {
    given++;
  }

  /** Waits until it is the player's turn; gives the model to answer to. */
  synchronized Model await() throws InterruptedException {
    while (shown == null || shown.entered() < given || !isTurn(shown)) {
      wait();
    }
    return shown;
  }

  private static boolean isTurn(Model model) {
    if (model.stage() instanceof Stage.Over) {
      return true;
    }
    // While the line is lost there is nothing to wait for: what is typed is kept.
    return model.isInteractive()
        && (model.standing().unanswered() == 0
            || model.standing().state() != Standing.State.ONLINE);
  }
}

package lamplight.tui.term;

import lamplight.tui.state.Model;

/**
 * What a player sits at. It sends its messages from threads of its own; it is shown models from one
 * thread.
 */
public interface Front extends AutoCloseable {
  void show(Model model);

  /** Leaves the terminal as it was. */
  @Override
  void close();
}

package lamplight.tui.term;

import lamplight.tui.state.Model;

/**
 * What a player sits at. It sends its messages from threads of its own; it is shown models from one
 * thread.
 */
public interface Front extends AutoCloseable {
  void show(Model model);

  /** Rings the terminal's bell, if it has one. */
  void ring();

  /** Stops the program, with the terminal as it was before, until its shell lets it go on. */
  void suspend();

  /** Leaves the terminal as it was. */
  @Override
  void close();
}

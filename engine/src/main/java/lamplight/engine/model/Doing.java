package lamplight.engine.model;

/**
 * A command that took a turn, remembered for as long as its player may want to take it back.
 *
 * <p>The states in it remember nothing themselves, so that no chain of them grows.
 *
 * @param sentence what was typed, as the parser remembers it
 * @param before how the world stood then
 * @param done when the command had done its work
 * @param after when the turn that it drove had passed, too
 */
public record Doing(String sentence, State before, State done, State after) {
  /** How many commands of each player are remembered. */
  public static final int MOST = 10;

  public Doing {
    before = before.forgetting();
    done = done.forgetting();
    after = after.forgetting();
  }

  /** The sentence alone: the states are as long as a world. */
  @Override
  public String toString() {
    return "Doing[" + sentence + "]";
  }
}

package lamplight.engine.parse;

/**
 * The work that one sentence may cost: a step is one thing in sight held against one word, or one
 * noun phrase begun. What is left when it is used up is not looked at, so that no text, however
 * long or twisted, takes more than so many steps.
 */
final class Effort {
  /** Ordinary commands in a full room take some thousands. */
  static final int MOST = 1_000_000;

  private int steps;

  /** Counts some steps. */
  void spend(int more) {
    steps = Math.min(MOST, steps + more);
  }

  /** The steps so far, at most {@link #MOST}. */
  int steps() {
    return steps;
  }

  boolean isUsedUp() {
    return steps == MOST;
  }
}

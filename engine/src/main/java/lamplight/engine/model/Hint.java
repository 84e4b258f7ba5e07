package lamplight.engine.model;

import java.util.List;

/** Help for a puzzle, from a nudge to the solution, while its condition holds. */
public record Hint(HintId id, Condition when, List<Text> tiers) {
  public Hint {
    tiers = List.copyOf(tiers);
  }

  /** The tier that is next when so many were read, from 0; the last stays the last. */
  public int next(int read) {
    return Math.min(read, tiers.size() - 1);
  }
}

package lamplight.engine.model;

import java.util.List;

/** Help for a puzzle, from a nudge to the solution, while its condition holds. */
public record Hint(Condition when, List<Text> tiers) {
  public Hint {
    tiers = List.copyOf(tiers);
  }
}

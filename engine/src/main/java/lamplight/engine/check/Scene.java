package lamplight.engine.check;

import java.util.List;

/**
 * What came of a move.
 *
 * @param heard what was read, in order; of each reader those lines that are not empty
 * @param differences what the transcript says against what came; all the same if it passed
 */
record Scene(Move move, List<Heard> heard, List<Difference> differences) {
  Scene {
    heard = List.copyOf(heard);
    differences = List.copyOf(differences);
  }

  boolean failed() {
    return differences.stream().anyMatch(Difference::isWrong);
  }

  /** The first line of the transcript that is not as it says. */
  int firstWrongLine() {
    return differences.stream()
        .filter(difference -> difference.isWrong() && difference.line() > 0)
        .mapToInt(Difference::line)
        .findFirst()
        .orElse(move.line());
  }
}

package lamplight.engine.check;

import java.util.List;

/**
 * What came of a move.
 *
 * @param heard what was read, in order; of each reader those lines that are not empty
 */
record Scene(Move move, List<Heard> heard, List<Mismatch> mismatches) {
  Scene {
    heard = List.copyOf(heard);
    mismatches = List.copyOf(mismatches);
  }

  /**
   * Something that did not come as the transcript says.
   *
   * @param line in the transcript
   * @param expected a sentence
   * @param actual what is so instead, a line each
   */
  record Mismatch(int line, String expected, List<String> actual) {
    Mismatch {
      actual = List.copyOf(actual);
    }
  }
}

package lamplight.engine.session;

import java.util.List;

/** Compares what was told with what was heard. */
final class Story {

  private Story() {}

  /**
   * How many of the lines that were told were not heard in their order, if as many as possible
   * were: what was told less the longest common subsequence.
   */
  static int left(List<String> told, List<String> heard) {
    String[] lines = told.toArray(String[]::new);
    int[] common = new int[lines.length + 1];
    for (String line : heard) {
      int diagonal = 0;
      for (int i = 1; i <= lines.length; i++) {
        int above = common[i];
        common[i] = lines[i - 1].equals(line) ? diagonal + 1 : Math.max(above, common[i - 1]);
        diagonal = above;
      }
    }
    return lines.length - common[lines.length];
  }
}

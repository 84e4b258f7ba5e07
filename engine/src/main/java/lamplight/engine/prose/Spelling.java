package lamplight.engine.prose;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that is most like one that is not known. */
public final class Spelling {
  /** Longer words are not compared. */
  private static final int LONGEST = 24;

  private Spelling() {}

  /** The nearest of some words, if one is near enough to be a slip of the fingers. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    int slips = word.length() < 3 ? 0 : word.length() < 6 ? 1 : 2;
    if (slips == 0 || word.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(other -> other.length() > 2 && other.length() <= LONGEST)
        .filter(other -> Math.abs(other.length() - word.length()) <= slips)
        .filter(other -> distance(word, other) <= slips)
        .min(
            Comparator.comparingInt((String other) -> distance(word, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * How many letters are missing, added, wrong, or changed places with their neighbour
   * (Damerau-Levenshtein, the restricted form).
   */
  public static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    int wrong = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j - 1] + wrong, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}

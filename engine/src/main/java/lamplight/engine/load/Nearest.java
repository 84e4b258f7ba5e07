package lamplight.engine.load;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that was probably meant, by the number of letters that differ. */
final class Nearest {
  private Nearest() {}

  /** The nearest of the candidates, if one is near. */
  static Optional<String> to(String word, Collection<String> candidates) {
    int most = Math.max(1, word.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(word, candidate) <= most)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** A sentence for a hint: the nearest candidate, or what there is to choose from. */
  static String hint(String word, Collection<String> candidates) {
    Optional<String> nearest = to(word, candidates);
    if (nearest.isPresent()) {
      return "did you mean \"" + nearest.get() + "\"?";
    }
    if (candidates.isEmpty()) {
      return "there is none in this world yet";
    }
    return candidates.size() > 16
        ? "look for it in the author's guide, worlds/AUTHORING.md"
        : "choose from " + candidates.stream().sorted().collect(Collectors.joining(", "));
  }

  /**
   * How many letters have to be put in, taken out, changed or swapped with their neighbour
   * (Damerau–Levenshtein, the restricted form).
   */
  static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(a, b, steps, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] steps, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(steps[i - 1][j - 1] + change, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
  }
}

package lamplight.engine.load;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import lamplight.engine.prose.Spelling;

/** Finds the word that was probably meant, by the number of letters that differ. */
final class Nearest {
  private Nearest() {}

  /** The nearest of the candidates, if one is near. */
  static Optional<String> to(String word, Collection<String> candidates) {
    int most = Math.max(1, word.length() / 3);
    return candidates.stream()
        .filter(candidate -> Spelling.distance(word, candidate) <= most)
        .min(
            Comparator.<String>comparingInt(candidate -> Spelling.distance(word, candidate))
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
}

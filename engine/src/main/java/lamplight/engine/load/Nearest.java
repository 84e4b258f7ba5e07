package lamplight.engine.load;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lamplight.engine.prose.Spelling;

/** Finds the word that was probably meant, by the number of letters that differ. */
final class Nearest {
  /** How many candidates are listed. */
  private static final int MANY = 16;

  /** How many things may have been meant. */
  private static final int FEW = 3;

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
    return hint(word, candidates, "look for it in the author's guide, worlds/AUTHORING.md");
  }

  /** The same for what the author names; scenery is meant by its name without its room, too. */
  static String hintOfId(String id, Collection<String> candidates) {
    List<String> scenery =
        candidates.stream().filter(other -> other.endsWith("-" + id)).sorted().toList();
    return scenery.isEmpty() || scenery.size() > FEW
        ? hint(id, candidates, "define it, or look for how it is spelt")
        : "did you mean " + quoted(scenery, " or ") + "?";
  }

  private static String hint(String word, Collection<String> candidates, String otherwise) {
    Optional<String> nearest = to(word, candidates);
    if (nearest.isPresent()) {
      return "did you mean " + quoted(List.of(nearest.get()), "") + "?";
    }
    if (candidates.isEmpty()) {
      return "there is none in this world yet";
    }
    return candidates.size() > MANY
        ? otherwise
        : "choose from " + candidates.stream().sorted().collect(Collectors.joining(", "));
  }

  private static String quoted(List<String> words, String joint) {
    return words.stream().map(word -> '"' + word + '"').collect(Collectors.joining(joint));
  }
}

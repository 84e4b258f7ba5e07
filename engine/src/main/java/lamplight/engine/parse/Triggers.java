package lamplight.engine.parse;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Direction;
import lamplight.engine.model.Id;

/** Reads an author's trigger by the same patterns as a player's command. */
final class Triggers {
  private Triggers() {}

  static Optional<Trigger> read(Lexicon lexicon, String phrase) {
    List<String> words = List.of(phrase.strip().split("\\s+", -1));
    if (!lexicon.isVerb(words.get(0))) {
      return Optional.empty();
    }
    return lexicon.forms(words.get(0)).stream()
        .filter(form -> fits(form.pattern(), words))
        .findFirst()
        .map(form -> trigger(form, words));
  }

  private static boolean fits(Pattern pattern, List<String> words) {
    if (pattern.parts().size() != words.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!fits(pattern.parts().get(i), words.get(i), i == 0)) {
        return false;
      }
    }
    return true;
  }

  /** The verb itself is known to fit, if only as a synonym. */
  private static boolean fits(Pattern.Part part, String word, boolean verb) {
    if (part instanceof Pattern.Gap gap) {
      return gap.slot() == Slot.DIRECTION
          ? Direction.of(word).isPresent()
          : gap.slot().noun() && Id.valid(word);
    }
    return verb || part.equals(new Pattern.Word(word));
  }

  private static Trigger trigger(Lexicon.Form form, List<String> words) {
    int second = form.pattern().secondNoun();
    Optional<String> noun = Optional.empty();
    Optional<Direction> way = Optional.empty();
    for (int i = 0; i < words.size(); i++) {
      if (i != second && form.pattern().parts().get(i) instanceof Pattern.Gap gap) {
        if (gap.slot() == Slot.DIRECTION) {
          way = Direction.of(words.get(i));
        } else {
          noun = Optional.of(words.get(i));
        }
      }
    }
    Optional<String> other = second < 0 ? Optional.empty() : Optional.of(words.get(second));
    return new Trigger(form.verb().id(), noun, other, way);
  }
}

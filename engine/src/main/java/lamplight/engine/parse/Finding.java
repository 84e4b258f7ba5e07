package lamplight.engine.parse;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.Referent;

/** What a noun phrase stands for. */
sealed interface Finding {
  /**
   * It is known what is meant.
   *
   * @param several whether the player spoke of several things, even if it is one
   * @param guessed which of them the words alone do not tell
   * @param named which of them the words name: "all" names nothing, unless it is one thing
   */
  record Found(
      List<Referent> referents, boolean several, List<Referent> guessed, List<Referent> named)
      implements Finding {
    public Found {
      referents = List.copyOf(referents);
      guessed = List.copyOf(guessed);
      named = List.copyOf(named);
    }

    static Found one(Referent referent) {
      return new Found(List.of(referent), false, List.of(), List.of(referent));
    }

    static Found guess(Referent referent) {
      return new Found(List.of(referent), false, List.of(referent), List.of(referent));
    }

    static Found many(List<Referent> referents) {
      return new Found(referents, true, List.of(), referents);
    }

    static Found everything(List<Referent> referents) {
      List<Referent> named = referents.size() == 1 ? referents : List.of();
      return new Found(referents, true, List.of(), named);
    }
  }

  /**
   * Several different things fit.
   *
   * @param span the words that fit them
   * @param noun the word that names them all
   */
  record Which(Sentence.Span span, String noun, List<Referent> choices) implements Finding {}

  /**
   * Nothing fits.
   *
   * @param span the words to blame
   * @param thing what they stood for
   * @param number how many there are
   */
  record Lost(Trouble trouble, Sentence.Span span, Optional<Referent> thing, int number)
      implements Finding {
    static Lost at(Trouble trouble, Sentence.Span span) {
      return new Lost(trouble, span, Optional.empty(), 0);
    }
  }
}

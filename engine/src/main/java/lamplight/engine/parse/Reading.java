package lamplight.engine.parse;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Referent;

/** What came of reading a sentence as a command, not yet in words for the player. */
sealed interface Reading {
  /**
   * A whole command.
   *
   * @param named what the player named, in the order of the words
   * @param completed whether a noun that was left out was guessed
   */
  record Whole(String text, Phrase phrase, List<Referent> named, boolean completed)
      implements Reading {

    /** The same command, with what was guessed of it. */
    Whole completedWith(String said) {
      List<String> assumed = new ArrayList<>(phrase.assumed());
      assumed.add(said);
      return new Whole(text, phrase.assuming(assumed), named, true);
    }
  }

  /** Several different things fit the words between {@code before} and {@code after}. */
  record Which(String before, String after, String noun, List<Referent> choices)
      implements Reading {}

  /**
   * Something is left out behind {@code before}.
   *
   * @param command the verb and what is known, as a question repeats it: "put the lamp in"
   */
  record Missing(String before, Slot slot, ActionId action, String command) implements Reading {}

  /** Some words mean nothing here and now. */
  record Lost(Sentence sentence, ActionId action, Finding.Lost finding) implements Reading {
    private static final ActionId GO = new ActionId("go");

    /** Whether it understood more than another reading of the same sentence. */
    boolean better(Lost other) {
      boolean known = isKnown();
      boolean otherKnown = other.isKnown();
      int from = finding.span().from();
      int otherFrom = other.finding().span().from();
      return known == otherKnown
          ? from > otherFrom || (from == otherFrom && telling() > other.telling())
          : known;
    }

    /** "Get north" may be about a way, but "get treasure" hardly is. */
    private boolean isKnown() {
      boolean stray = finding.trouble() == Trouble.NO_WAY && !action.equals(GO);
      return finding.trouble() != Trouble.LOST && !stray;
    }

    /** Of two readings that fail at one word, the one that knows more of it answers. */
    private int telling() {
      return switch (finding.trouble()) {
        case LOST -> 0;
        case NO_WAY -> action.equals(GO) ? 1 : -1;
        case UNKNOWN_NOUN -> 2;
        case NO_ROOM -> 3;
        default -> 4;
      };
    }
  }

  /** The sentence does not begin with a verb. */
  record NoVerb(Sentence sentence) implements Reading {}
}

package lamplight.engine.parse;

import lamplight.engine.model.Mind;
import lamplight.engine.model.Refusal;

/** What came of a sentence. The mind is what the player's parser remembers from now on. */
public sealed interface Parse {
  Mind mind();

  /** The sentence is a command. */
  record Understood(Phrase phrase, Mind mind) implements Parse {}

  /**
   * The player is asked something; the mind holds the question.
   *
   * @param code AMBIGUOUS or INCOMPLETE
   */
  record Asked(Refusal code, String text, Mind mind) implements Parse {}

  /** The sentence is no command that can be carried out; the text says which word is to blame. */
  record Failed(Refusal code, String text, Mind mind) implements Parse {}
}

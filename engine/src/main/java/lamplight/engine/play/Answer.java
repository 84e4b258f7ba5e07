package lamplight.engine.play;

import lamplight.engine.model.Refusal;

/** What came of an input for whoever gave it. */
public sealed interface Answer {
  Answer DONE = new Done();

  /** It was carried out. */
  record Done() implements Answer {}

  /**
   * It was refused, and nothing changed.
   *
   * @param text the reason as the player reads it; it is in no {@link Told}
   */
  record Refused(Refusal code, String text) implements Answer {}
}

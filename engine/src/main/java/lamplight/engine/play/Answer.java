package lamplight.engine.play;

import lamplight.engine.model.Refusal;

/** What came of an input for whoever gave it. */
public sealed interface Answer {
  Answer DONE = new Done();

  /** It was carried out. */
  record Done() implements Answer {}

  /**
   * Some commands of the line were carried out, and the next was refused, which ended the line.
   *
   * @param text the reason, as it was told to the player behind what came of the others
   */
  record Stopped(Refusal code, String text) implements Answer {}

  /**
   * It was refused, and nothing changed.
   *
   * @param text the reason as the player reads it; it is in no {@link Told}
   */
  record Refused(Refusal code, String text) implements Answer {}
}

package lamplight.engine.rules;

import lamplight.engine.model.Facts;
import lamplight.engine.model.Template;
import lamplight.engine.model.Text;

/**
 * Hears what rules and texts come to while an input is worked off. What it hears is final only if
 * the input is not refused: a rule that was asked has been asked all the same.
 *
 * <p>It must change nothing: a step is the same whoever hears it.
 */
public interface Observer {
  /** Hears nothing. */
  Observer NOBODY = new Observer() {};

  /** What a rule answered that was about a command or a happening. */
  enum Outcome {
    /** Its condition held: its {@code do} follows. */
    HELD,
    /** Its condition did not hold: its {@code else} follows. */
    OTHERWISE,
    /** Its condition did not hold, and it has nothing else to do. */
    PASSED,
    /** It fires once, and has. */
    SPENT
  }

  /**
   * A rule was asked.
   *
   * @param facts on which it answered; its chance has been drawn from already
   */
  default void ruleAsked(Rule rule, Outcome outcome, Facts facts) {}

  /** An effect of a rule, a timer or a topic is applied now; its parts are heard of afterwards. */
  default void effectApplied(Effect effect) {}

  /** The command was refused, for the first reason of possibly several. */
  default void refused(Draft.Refused reason) {}

  /**
   * A part of an author's text was put into words for somebody.
   *
   * @param said the part's own template, or its {@code else}
   */
  default void textWorded(Text text, Text.Part part, Template said) {}
}

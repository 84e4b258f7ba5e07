package lamplight.engine.play;

import java.util.Optional;
import lamplight.engine.model.Refusal;

/**
 * What came of a sentence.
 *
 * @param done whether anything of it was carried out
 * @param disturbed whether something else happened meanwhile, so that the rest of a longer course
 *     should wait
 * @param over whether the player died of it, which ends the line
 */
record Outcome(boolean done, Optional<Answer.Refused> refused, boolean disturbed, boolean over) {

  static Outcome done(boolean disturbed) {
    return new Outcome(true, Optional.empty(), disturbed, false);
  }

  static Outcome refused(Refusal code, String text) {
    return refused(new Answer.Refused(code, text));
  }

  static Outcome refused(Answer.Refused reason) {
    return new Outcome(false, Optional.of(reason), false, false);
  }

  /** The same, and what follows need not wait. */
  Outcome calm() {
    return new Outcome(done, refused, false, over);
  }

  /** The same, behind something that was carried out. */
  Outcome afterOthers(boolean others) {
    return new Outcome(done || others, refused, disturbed, over);
  }

  /** Whether more steps of the same command can follow. */
  boolean goesOn() {
    return refused.isEmpty() && !disturbed && !over;
  }
}

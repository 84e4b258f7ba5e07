package lamplight.engine.check;

import lamplight.engine.load.Mark;
import lamplight.engine.load.Origins;
import lamplight.engine.load.Problems;
import lamplight.engine.model.Id;
import lamplight.engine.model.World;
import lamplight.engine.play.Story;

/**
 * What a check looks at, and where it reports.
 *
 * @param reach what players can come to at most
 * @param everything what could be if they could come everywhere
 */
record Inspection(
    Story story, Census census, Reach reach, Reach everything, Origins origins, Problems problems) {

  static Inspection of(Story story, Origins origins, Problems problems) {
    return new Inspection(
        story, Census.of(story), Reach.of(story), Reach.ofEverything(story), origins, problems);
  }

  World world() {
    return story.world();
  }

  void error(Id at, String message, String hint) {
    problems.error(origins.of(at), message, hint);
  }

  void warning(Id at, String message, String hint) {
    problems.warning(origins.of(at), message, hint);
  }

  void warning(Mark at, String message, String hint) {
    problems.warning(at, message, hint);
  }

  void advice(Mark at, String message, String hint) {
    problems.advice(at, message, hint);
  }

  /** Where a part of the world stands; the world's file for what has no place of its own. */
  Mark at(Object part) {
    return origins.at(part).orElse(origins.world());
  }

  /** Whether anything was found that is more than advice. */
  boolean hasWarnings() {
    return problems.hasWarnings();
  }

  /** A warning about the world as a whole. */
  void warning(String message, String hint) {
    problems.warning(origins.world(), message, hint);
  }
}

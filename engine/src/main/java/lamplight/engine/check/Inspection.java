package lamplight.engine.check;

import lamplight.engine.load.Origins;
import lamplight.engine.load.Problems;
import lamplight.engine.model.Id;
import lamplight.engine.model.World;
import lamplight.engine.play.Story;

/** What a check looks at, and where it reports. */
record Inspection(Story story, Census census, Origins origins, Problems problems) {

  World world() {
    return story.world();
  }

  void error(Id at, String message, String hint) {
    problems.error(origins.of(at), message, hint);
  }

  void warning(Id at, String message, String hint) {
    problems.warning(origins.of(at), message, hint);
  }

  /** A warning about the world as a whole. */
  void warning(String message, String hint) {
    problems.warning(origins.world(), message, hint);
  }
}

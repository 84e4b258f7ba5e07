package lamplight.engine.load;

import java.util.List;
import java.util.Optional;
import lamplight.engine.play.Story;

/**
 * What came of reading a world.
 *
 * @param story empty if there is an error among the problems
 * @param problems by place, warnings too
 */
public record Loaded(Optional<Story> story, List<Problem> problems) {
  public Loaded {
    problems = List.copyOf(problems);
  }
}

package lamplight.engine.load;

import java.util.List;
import java.util.Optional;
import lamplight.engine.play.Story;

/**
 * What came of reading a world.
 *
 * @param story empty if there is an error among the problems
 * @param problems by place, warnings too
 * @param origins where each part of the world is defined
 */
public record Loaded(Optional<Story> story, List<Problem> problems, Origins origins) {
  public Loaded {
    problems = List.copyOf(problems);
  }
}

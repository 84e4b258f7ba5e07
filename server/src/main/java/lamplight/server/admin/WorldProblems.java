package lamplight.server.admin;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.Problem;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.play.Story;
import lamplight.server.runtime.RefusedException;

/** Problems of worlds as commands tell them. */
final class WorldProblems {
  private WorldProblems() {}

  /** A world that has to be without errors for what comes next. */
  static Story sound(Path folder) throws RefusedException {
    return sound(loaded(folder));
  }

  static Loaded loaded(Path folder) {
    return new WorldLoader().load(new WorldFolder(folder));
  }

  /** The story of a world that has to be without errors. */
  static Story sound(Loaded loaded) throws RefusedException {
    return loaded.story().orElseThrow(() -> refusal(loaded.problems()));
  }

  /** What stands in the way, a line each. */
  static RefusedException refusal(List<Problem> problems) {
    return new RefusedException(
        problems.stream()
            .filter(Problem::isError)
            .map(Problem::toString)
            .collect(Collectors.joining("\nlamplight: ")));
  }

  static Map<String, Object> value(Problem problem) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("file", problem.file());
    value.put("line", problem.line());
    value.put("column", problem.column());
    value.put("severity", problem.severity().word());
    value.put("message", problem.message());
    value.put("hint", problem.hint());
    return value;
  }

  static String count(long number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }
}

package lamplight.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.Problem;
import lamplight.engine.load.Problems;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.load.WorldSource;
import lamplight.engine.play.Game;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The guide's first chapter, played: at each step the files shown so far, a later one in place of
 * an earlier one of its name, make a world that checks clean and passes its transcripts.
 */
final class TutorialTest {
  /** A block of the guide whose first line names a file. */
  private static final Pattern FILE =
      Pattern.compile("(?ms)^```\\w*\\n(# (\\S+\\.(?:yaml|transcript))\\n.*?)^```");

  @TestFactory
  Stream<DynamicTest> each_step_of_the_first_chapter_plays() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    return Stream.of(chapter().split("(?m)^### "))
        .skip(1)
        .map(
            step -> {
              FILE.matcher(step)
                  .results()
                  .forEach(block -> files.put(block.group(2), block.group(1)));
              Map<String, String> soFar = Map.copyOf(files);
              return DynamicTest.dynamicTest(
                  step.lines().findFirst().orElseThrow(), () -> play(soFar));
            });
  }

  private static void play(Map<String, String> files) {
    WorldSource source = WorldSource.of("lighthouse", files);
    Loaded loaded = new WorldLoader().load(source);
    assertThat(loaded.problems()).isEmpty();
    assertThat(WorldChecker.check(loaded))
        .extracting(Problem::message)
        .allMatch(problem -> problem.equals("the game never ends"));
    Game game = new Game(loaded.story().orElseThrow());
    Problems problems = new Problems();
    List<Transcript> transcripts = TranscriptReader.all(source, problems);
    assertThat(problems.sorted()).isEmpty();
    for (Transcript transcript : transcripts) {
      Playthrough played = Playthrough.of(game, transcript);
      assertThat(Report.failure(played)).isEmpty();
      assertThat(played.passed()).isTrue();
    }
  }

  private static String chapter() throws IOException {
    String guide = Files.readString(Path.of("..", "worlds", "AUTHORING.md"));
    Matcher chapter =
        Pattern.compile("(?ms)^## A first world, step by step$(.*?)^## ").matcher(guide);
    assertThat(chapter.find()).isTrue();
    return chapter.group(1);
  }
}

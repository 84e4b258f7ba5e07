package lamplight.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamplight.engine.load.Examples;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.Problem;
import lamplight.engine.load.Problems;
import lamplight.engine.load.Severity;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.load.WorldSource;
import lamplight.engine.play.Game;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each of the {@link Examples} is about some words of the author's guide, and plays. */
final class ExamplesTest {

  @TestFactory
  Stream<DynamicTest> each_example_loads_checks_without_errors_and_plays() {
    return Examples.all().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.file().getFileName() + ": " + example.name(),
                    () -> play(Examples.files(example.text()))));
  }

  private static void play(Map<String, String> files) {
    WorldSource source = WorldSource.of("example", files);
    Loaded loaded = new WorldLoader().load(source);
    assertThat(loaded.problems()).isEmpty();
    assertThat(WorldChecker.check(loaded))
        .filteredOn(problem -> problem.severity() == Severity.ERROR)
        .extracting(Problem::toString)
        .isEmpty();
    Game game = new Game(loaded.story().orElseThrow());
    Problems problems = new Problems();
    List<Transcript> transcripts = TranscriptReader.all(source, problems);
    assertThat(problems.sorted()).isEmpty();
    assertThat(transcripts).isNotEmpty();
    for (Transcript transcript : transcripts) {
      Playthrough played = Playthrough.of(game, transcript);
      assertThat(Report.failure(played)).isEmpty();
      assertThat(played.passed()).isTrue();
    }
  }
}

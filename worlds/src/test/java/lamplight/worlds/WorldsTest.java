package lamplight.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lamplight.engine.check.Playthrough;
import lamplight.engine.check.Report;
import lamplight.engine.check.Transcript;
import lamplight.engine.check.TranscriptReader;
import lamplight.engine.check.WorldChecker;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.Problem;
import lamplight.engine.load.Problems;
import lamplight.engine.load.Severity;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.play.Game;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every world of this folder is sound, and its transcripts play as they are written. */
final class WorldsTest {
  private final WorldLoader loader = new WorldLoader();

  @TestFactory
  Stream<DynamicContainer> every_world_is_sound_and_plays_as_its_transcripts_say() {
    return worlds().map(folder -> dynamicContainer(folder.getFileName().toString(), tests(folder)));
  }

  /** This module's folder is where the worlds are. */
  private static Stream<Path> worlds() {
    try (Stream<Path> folders = Files.list(Path.of(""))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("world.yaml")))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<DynamicTest> tests(Path path) {
    WorldFolder folder = new WorldFolder(path);
    Loaded loaded = loader.load(folder);
    Problems problems = new Problems();
    List<Transcript> transcripts = TranscriptReader.all(folder, problems);
    DynamicTest sound =
        dynamicTest(
            "has no problems",
            () -> {
              assertThat(found(WorldChecker.check(loaded))).isEmpty();
              assertThat(errors(problems.sorted())).isEmpty();
              assertThat(transcripts).as("transcripts").isNotEmpty();
            });
    return Stream.concat(
        Stream.of(sound), transcripts.stream().map(transcript -> test(loaded, transcript)));
  }

  private static DynamicTest test(Loaded loaded, Transcript transcript) {
    return dynamicTest(
        transcript.file().path(),
        () -> {
          Playthrough play = Playthrough.of(new Game(loaded.story().orElseThrow()), transcript);
          assertThat(Report.failure(play)).isEmpty();
        });
  }

  /** Advice is about what may be meant so. */
  private static List<String> found(List<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.severity() != Severity.ADVICE)
        .map(Problem::toString)
        .toList();
  }

  private static List<String> errors(List<Problem> problems) {
    return problems.stream().filter(Problem::isError).map(Problem::toString).toList();
  }
}

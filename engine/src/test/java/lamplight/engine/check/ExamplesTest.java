package lamplight.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.Problem;
import lamplight.engine.load.Problems;
import lamplight.engine.load.Severity;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.load.WorldSource;
import lamplight.engine.play.Game;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tiny worlds, each about some words of the author's guide, and their transcripts. A file is {@code
 * == name}, then {@code -- path} and the text of each file; what it leaves out of world.yaml is
 * nothing: each is a whole world.
 */
final class ExamplesTest {
  private static final Path FOLDER = Path.of("src/test/resources/lamplight/engine/examples");

  @TestFactory
  Stream<DynamicTest> each_example_loads_checks_without_errors_and_plays() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream().flatMap(ExamplesTest::tests);
    }
  }

  private static Stream<DynamicTest> tests(Path file) {
    return Stream.of(read(file).split("(?m)^== ", -1))
        .filter(world -> !world.isBlank())
        .map(
            world -> {
              String name = world.lines().findFirst().orElseThrow();
              Map<String, String> files = files(world.substring(name.length() + 1));
              return DynamicTest.dynamicTest(file.getFileName() + ": " + name, () -> play(files));
            });
  }

  private static Map<String, String> files(String world) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String part : world.split("(?m)^-- ", -1)) {
      if (!part.isBlank()) {
        String path = part.lines().findFirst().orElseThrow();
        files.put(path, part.substring(path.length() + 1));
      }
    }
    return files;
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

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package lamplight.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import lamplight.engine.check.WorldChecker;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a world's files: it gives problems, never an exception. */
final class BrokenWorldsTest {
  private static final WorldLoader LOADER = new WorldLoader();
  private static final List<SourceFile> MILL =
      new WorldFolder(Path.of("..", "worlds", "mill")).files(new Problems());
  private static final List<String> WORDS =
      List.of(
          "",
          "''",
          "[]",
          "{}",
          "[[]]",
          "{a: b}",
          "~",
          "true",
          "-1",
          "1e9",
          "99999999999",
          "any",
          "actor",
          "nowhere",
          "in",
          "in ",
          "on yard",
          "north",
          "{the",
          "\"{You} {number X}\"",
          "\"{the A}\"",
          "Ünï",
          "*",
          "&x x",
          "*x",
          "!!int 3",
          "- a",
          "a: b: c",
          "\t",
          "|",
          ">-",
          "? x",
          "<<: {a: b}",
          "yard",
          "tilda",
          "lantern",
          "take any",
          "put any in any",
          "THING THING",
          "a/b/c",
          "#",
          "%TAG",
          "---",
          "...",
          "\u0000",
          "\ud83d\ude00");

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_world_that_was_damaged_anywhere_gives_problems_and_no_exception(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, String> files = new HashMap<>();
    MILL.forEach(file -> files.put(file.path(), file.text()));
    List<String> paths =
        files.keySet().stream().filter(path -> path.endsWith(".yaml")).sorted().toList();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      files.computeIfPresent(
          paths.get(random.nextInt(paths.size())), (path, text) -> damaged(text, random));
    }
    assertThatCode(
            () -> {
              Loaded loaded = LOADER.load(WorldSource.of("mill", files));
              WorldChecker.check(loaded);
              boolean wrong = loaded.problems().stream().anyMatch(Problem::isError);
              assertThat(loaded.story().isPresent()).isEqualTo(!wrong);
            })
        .doesNotThrowAnyException();
  }

  /** One line lost, doubled, moved in, cut short, or with another value. */
  static String damaged(String text, SplittableRandom random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size()), line);
      case 2 -> lines.set(at, " ".repeat(random.nextInt(6)) + line.strip());
      case 3 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
      case 4 -> lines.set(at, line.replaceFirst(": .*", ": " + quoted(word(random))));
      default -> lines.set(at, line.replaceFirst("[a-z_]+", quoted(word(random))));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String word(SplittableRandom random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static String quoted(String word) {
    return java.util.regex.Matcher.quoteReplacement(word);
  }
}

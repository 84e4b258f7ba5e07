package lamplight.engine.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.load.WorldSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What players type and exactly what everybody reads then, in small worlds that are really played.
 *
 * <p>The tables are the files {@code language/*.txt}, which begin with how they are written. With
 * {@code -Dlanguage.write=DIR} what came is written into the files of that folder, to be looked at.
 */
class LanguageTest {
  /** The tables together have more inputs than this. */
  private static final int INPUTS = 400;

  private static final List<String> TABLES = List.of("parsing.txt", "party.txt", "undo.txt");

  /** Some inputs from the beginning of a game. */
  record Situation(String table, int number, String title, List<String> lines) {
    @Override
    public String toString() {
      return table + ":" + number + ": " + title;
    }
  }

  static Stream<Situation> situations() throws IOException {
    List<Situation> situations = new ArrayList<>();
    for (String table : TABLES) {
      List<String> lines = resource(table).lines().toList();
      boolean begun = false;
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("== ")) {
          begun = true;
          situations.add(new Situation(table, i + 1, lines.get(i).substring(3), new ArrayList<>()));
        } else if (begun) {
          situations.get(situations.size() - 1).lines().add(lines.get(i));
        }
      }
    }
    return situations.stream();
  }

  @ParameterizedTest
  @MethodSource("situations")
  void everybodyReadsWhatTheTableSays(Situation situation) throws IOException {
    String expected = String.join("\n", situation.lines()).strip();
    String came = played(situation);
    if (System.getProperty("language.write") != null) {
      write(situation, came);
    }
    assertThat(came).as(situation.toString()).isEqualTo(expected);
  }

  @Test
  void thereAreManyInputs() throws IOException {
    assertThat(situations().flatMap(one -> one.lines().stream()).filter(LanguageTest::isInput))
        .hasSizeGreaterThan(INPUTS);
  }

  private static boolean isInput(String line) {
    return line.matches("[A-Z][a-z]*>.*");
  }

  private static String played(Situation situation) throws IOException {
    Loaded loaded =
        new WorldLoader().load(WorldSource.of("inn", Map.of("world.yaml", resource("inn.yaml"))));
    Game game = new Game(loaded.story().orElseThrow(() -> new AssertionError(loaded.problems())));
    Playthrough play = Playthrough.of(game);
    StringBuilder out = new StringBuilder();
    for (String line : situation.lines()) {
      if (isInput(line) || line.startsWith("* ") || line.startsWith(". ")) {
        out.append(line).append('\n');
        String read = line.startsWith(". ") ? setUp(play, line.substring(2)) : said(play, line);
        read.lines().forEach(one -> out.append("  ").append(one).append('\n'));
      } else if (line.isBlank() || line.startsWith("#")) {
        out.append(line).append('\n');
      }
    }
    return out.toString().strip();
  }

  /** Lines that only prepare must not be refused, and are not looked at otherwise. */
  private static String setUp(Playthrough play, String line) {
    String read = said(play, line);
    return read.lines().anyMatch(one -> one.startsWith("!")) ? read : "";
  }

  private static String said(Playthrough play, String line) {
    if (!line.startsWith("* ")) {
      String[] typed = line.split("> ?", 2);
      return play.read(typed[0], typed[1]);
    }
    String[] words = line.substring(2).split(" ", 2);
    return play.read(
        switch (words[1]) {
          case "joins" -> new Input.Join(Playthrough.id(words[0]), words[0]);
          case "leaves" -> new Input.Leave(Playthrough.id(words[0]));
          case "loses the line" -> new Input.Lose(Playthrough.id(words[0]));
          case "returns" -> new Input.Return(Playthrough.id(words[0]), false);
          case "seconds pass" -> new Input.Pass(1000L * Integer.parseInt(words[0]));
          default -> throw new AssertionError(line);
        });
  }

  private static void write(Situation situation, String came) throws IOException {
    Path file = Path.of(System.getProperty("language.write"), situation.table());
    String old = Files.readString(file);
    int from = old.indexOf("== " + situation.title() + "\n");
    int next = old.indexOf("\n== ", from);
    String rest = next < 0 ? "" : old.substring(next + (came.contains("\n#") ? 1 : 0));
    Files.writeString(
        file, old.substring(0, from) + "== " + situation.title() + "\n" + came + "\n" + rest);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LanguageTest.class.getResourceAsStream("language/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package lamplight.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.State;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples in the guide's tables of conditions, effects and hooks: each stands in a rule of a
 * world that has all that they name, and a player sets the rule off.
 */
final class GuideRowsTest {
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");

  /** Examples that are about other conditions and effects, which these letters stand for. */
  private static final Pattern OPEN = Pattern.compile("\\b[CE]\\b|…");

  /** A whole example, and not the value of another. */
  private static final Predicate<String> KEY = Pattern.compile("^\\w+:").asPredicate();

  /** What the words in capitals stand for. */
  private static final Map<String, String> MEANT =
      Map.of(
          "ROOM", "jetty", "THING", "key", "VARIABLE", "water", "PLACE", "jetty", "PERSON", "ada");

  private static final PlayerId ANN = new PlayerId("ann");

  static List<String> conditions() throws IOException {
    return rows("Conditions", "condition").filter(KEY).map(one -> "{" + one + "}").toList();
  }

  static List<String> effects() throws IOException {
    return rows("Effects", "effect").filter(KEY).map(one -> "{" + one + "}").toList();
  }

  static List<String> triggers() throws IOException {
    return rows("Rules", "form").toList();
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void a_condition_can_be_asked(String condition) throws IOException {
    plays("{on: jump, when: " + condition + ", do: [{say: Yes.}], else: [{say: No.}]}");
  }

  @ParameterizedTest
  @MethodSource("effects")
  void an_effect_can_be_done(String effect) throws IOException {
    boolean onTheWay = effect.startsWith("{redirect:");
    plays("{on: " + (onTheWay ? "{leaving: jetty}" : "jump") + ", do: [" + effect + "]}");
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void a_rule_can_be_about_it(String trigger) throws IOException {
    plays(
        "{on: "
            + (trigger.startsWith("{") ? trigger : "\"" + trigger + "\"")
            + ", do: [{say: Yes.}]}");
  }

  private static void plays(String rule) throws IOException {
    String yaml =
        Files.readString(Path.of("src/test/resources/lamplight/engine/load/guide.yaml"))
            + "  example: "
            + rule
            + "\n";
    Loaded loaded = new WorldLoader().load(WorldSource.of("guide", Map.of("world.yaml", yaml)));
    assertThat(loaded.problems()).isEmpty();
    Game game = new Game(loaded.story().orElseThrow());
    State state = game.step(game.start(1), new Input.Join(ANN, "Ann")).state();
    assertThat(game.step(state, new Input.Command(ANN, "jump. north")).state()).isNotEqualTo(state);
  }

  /** The code in the first cells of a section's table whose first column has this title. */
  private static Stream<String> rows(String section, String column) throws IOException {
    String guide = Files.readString(Path.of("..", "worlds", "AUTHORING.md"));
    Matcher table =
        Pattern.compile(
                "(?ms)^## "
                    + section
                    + "$.*?^\\| "
                    + column
                    + " \\|[^\n]*\n\\|[^\n]*\n((?:\\|[^\n]*\n)+)")
            .matcher(guide);
    assertThat(table.find()).as("the table of " + section).isTrue();
    return table
        .group(1)
        .lines()
        .map(row -> row.substring(1, row.indexOf(" | ")))
        .flatMap(cell -> SPAN.matcher(cell).results().map(MatchResult::group))
        .map(span -> span.substring(1, span.length() - 1))
        .filter(span -> !OPEN.matcher(span).find())
        .map(GuideRowsTest::filled);
  }

  private static String filled(String span) {
    String filled = span;
    for (Map.Entry<String, String> word : MEANT.entrySet()) {
      filled = filled.replaceAll("\\b" + word.getKey() + "\\b", word.getValue());
    }
    return filled;
  }
}

package lamplight.tui.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.play.Game;
import lamplight.tui.host.SimulatedPlayer.Checker;
import lamplight.tui.host.SimulatedPlayer.Sabotage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The client's link and model against a real session, up to three of them at one table, with 300 ms
 * of delay and more in simulated time, from seeds: map and inventory answer a line at once, show
 * nothing besides, and are right in the end.
 */
class PredictedPlayTest {

  private static final int FIXED = 60;
  private static final int FRESH = 10;
  private static final long MILLIS = 15_000;

  private static final List<Game> WORLDS = List.of(game("mill"), game("sunken-library"));

  private static Game game(String world) {
    WorldFolder folder = new WorldFolder(Path.of("..", "worlds", world));
    return new Game(new WorldLoader().load(folder).story().orElseThrow());
  }

  /** One table from a seed, and what went wrong at it. */
  private static final class Run {
    final Map<Checker, Set<String>> violations = new TreeMap<>();
    int guessed;

    Run(long seed, Sabotage sabotage) {
      Random random = new Random(seed);
      Game game = WORLDS.get(random.nextInt(WORLDS.size()));
      SimulatedTable table = new SimulatedTable(game, random);
      int size = 1 + random.nextInt(3);
      var players =
          Stream.of("Ana", "Bo", "Cleo")
              .limit(size)
              .map(name -> new SimulatedPlayer(table, name, sabotage, violations))
              .toList();
      for (SimulatedPlayer player : players) {
        player.arrive();
        table.pass(3_000);
      }
      players.forEach(SimulatedPlayer::live);
      table.pass(MILLIS);
      players.forEach(SimulatedPlayer::rest);
      table.pass(90_000);
      players.forEach(SimulatedPlayer::finish);
      guessed = players.stream().mapToInt(SimulatedPlayer::guessed).sum();
    }
  }

  private static int play(long seed) {
    Run run = new Run(seed, Sabotage.NONE);
    assertThat(run.violations)
        .as("seed %s; play it again with -Dlamplight.seed=%s", seed, seed)
        .isEmpty();
    return run.guessed;
  }

  @Test
  void panesAnswerAtOnceAndAreRightInTheEnd() {
    Long one = Long.getLong("lamplight.seed");
    if (one != null) {
      play(one);
      return;
    }
    long now = System.currentTimeMillis();
    int guessed =
        LongStream.concat(LongStream.rangeClosed(1, FIXED), LongStream.range(now, now + FRESH))
            .parallel()
            .mapToInt(PredictedPlayTest::play)
            .sum();
    assertThat(guessed).as("commands that the panes answered").isGreaterThan(10 * FIXED);
  }

  @ParameterizedTest
  @CsvSource({
    "GUESS_WITH_THE_ANSWER, AT_ONCE",
    "KEEP_WHAT_WAS_REFUSED, NOTHING_ELSE",
    "KEEP_WHAT_WAS_ANSWERED, NOTHING_ELSE",
    "MISS_A_CHANGE, NOTHING_ELSE",
    "MISS_THE_LAST_CHANGES, RIGHT_IN_THE_END"
  })
  void aBrokenClientIsFoundOut(Sabotage sabotage, Checker checker) {
    assertThat(IntStream.rangeClosed(1, 12))
        .as("seeds in which it is found out")
        .anyMatch(seed -> new Run(seed, sabotage).violations.containsKey(checker));
  }
}

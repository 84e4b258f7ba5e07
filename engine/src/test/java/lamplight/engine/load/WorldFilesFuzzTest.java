package lamplight.engine.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import java.util.stream.Stream;
import lamplight.engine.check.WorldChecker;
import lamplight.engine.model.PlayerId;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.rules.Observer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands in a world's files, in the form of the {@link Examples}: a world or problems come
 * of it, and a world can be checked and played.
 */
@Timeout(20)
class WorldFilesFuzzTest {

  private static final WorldLoader LOADER = new WorldLoader();
  private static final PlayerId BEA = new PlayerId("bea");

  static Stream<byte[]> examples() {
    return Examples.all().stream().map(example -> example.text().getBytes(UTF_8));
  }

  @MethodSource("examples")
  @DictionaryFile(resourcePath = "world.dict")
  @FuzzTest
  void whateverAnAuthorWrites(byte[] bytes) {
    Map<String, String> files = Examples.files(new String(bytes, UTF_8));
    Loaded loaded = LOADER.load(WorldSource.of("example", files));
    for (Problem problem : WorldChecker.check(loaded)) {
      assertThat(problem.toString()).isNotBlank().doesNotContain("\n");
    }
    assertThat(loaded.story().isPresent())
        .isEqualTo(loaded.problems().stream().noneMatch(Problem::isError));
    loaded.story().map(Game::new).ifPresent(WorldFilesFuzzTest::play);
  }

  private static void play(Game game) {
    Step step = game.step(game.start(1), new Input.Join(BEA, "Bea"), Observer.NOBODY);
    for (String text : new String[] {"look", "take all", "wait", "hint"}) {
      step = game.step(step.state(), new Input.Command(BEA, text), Observer.NOBODY);
    }
    game.step(step.state(), new Input.Pass(60_000), Observer.NOBODY);
  }
}

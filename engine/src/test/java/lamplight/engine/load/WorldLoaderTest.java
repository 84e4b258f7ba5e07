package lamplight.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorldLoaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"mill", "sunken-library"})
  void reads_the_worlds_that_come_with_lamplight(String name) {
    assumeThat(WorldLoader.class.getResource("/lamplight/engine/vocabulary.yaml")).isNotNull();
    WorldSource folder = new WorldFolder(Path.of("..", "worlds", name));
    Loaded loaded = new WorldLoader().load(folder);
    assertThat(loaded.problems()).isEqualTo(List.of());
    assertThat(loaded.story()).isPresent();
  }
}

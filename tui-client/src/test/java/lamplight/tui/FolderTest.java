package lamplight.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderTest {
  @ParameterizedTest
  @CsvSource({
    "CONFIG, XDG_CONFIG_HOME, .config/lamplight",
    "STATE, XDG_STATE_HOME, .local/state/lamplight",
    "DATA, XDG_DATA_HOME, .local/share/lamplight"
  })
  void aVariableNamesItAndElseItIsBelowThePlayersHome(Folder folder, String variable, Path usual) {
    Path home = Path.of(System.getProperty("user.home"));
    assertThat(folder.ours(Map.of())).isEqualTo(home.resolve(usual));
    assertThat(folder.ours(Map.of(variable, ""))).isEqualTo(home.resolve(usual));
    assertThat(folder.ours(Map.of(variable, "/elsewhere")))
        .isEqualTo(Path.of("/elsewhere", "lamplight"));
  }
}

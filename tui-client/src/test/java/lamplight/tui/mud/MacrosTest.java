package lamplight.tui.mud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aliases and triggers. */
class MacrosTest {
  private static final Macros MACROS =
      new Macros(
          Map.of(
              "k", "kill %1;say Die, %1!", "ga", "get all %*", "again", "again", "x", "say $1 %9."),
          Map.of(
              "You are hungry.", "eat bread",
              "* tells you, \"*\"", "reply %1: %2",
              "*dragon*", "flee",
              "*", ""));

  @ParameterizedTest
  @CsvSource({
    "look, look",
    "k rat, 'kill rat|say Die, rat!'",
    "k, 'kill |say Die, !'",
    "ga from the old chest, get all from the old chest",
    "again, again",
    "x, say $1 .",
    "'  spaced', '  spaced'",
  })
  void aliasesStandForCommands(String typed, String sent) {
    assertThat(MACROS.typed(typed)).isEqualTo(List.of(sent.split("\\|", -1)));
  }

  @ParameterizedTest
  @CsvSource({
    "You are hungry., eat bread",
    "You are hungry!, ''",
    "'Bo tells you, \"hi; quit\"', 'reply Bo: hi; quit'",
    "A dragon lands., flee",
  })
  void linesSetCommandsOff(String heard, String sent) {
    assertThat(MACROS.heard(heard))
        .filteredOn(command -> !command.isEmpty())
        .isEqualTo(sent.isEmpty() ? List.of() : List.of(sent));
  }
}

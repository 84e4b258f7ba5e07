package lamplight.server.transport.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[Achieved: Miller] | Achieved: Miller",
        "*** The End ***    | The End",
        "[1] is the key     | [1] is the key",
        "the last is [3]    | the last is [3]",
        "***                | ***",
        "[]                 | ''",
        "''                 | ''",
        "You go north.      | You go north."
      })
  void theFrameOfALineIsNotSpoken(String line, String spoken) {
    assertThat(Spoken.of(Line.of(line)).plain()).isEqualTo(spoken);
  }

  @Test
  void whatTheWordsStandForIsKept() {
    Span ann = new Span(Span.Kind.PLAYER, "ann", "Ann");
    Line line = new Line(List.of(Span.plain("["), ann, Span.plain(" has achieved: Miller]")));
    assertThat(Spoken.of(line).spans())
        .containsExactly(Span.plain(""), ann, Span.plain(" has achieved: Miller"));
  }
}

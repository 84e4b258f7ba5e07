package lamplight.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lamplight.engine.prose.Line;
import org.junit.jupiter.api.Test;

class LinesTest {
  private final Lines lines = new Lines();

  private static List<Line> paragraph() {
    return List.of(Line.of("The Square"), Line.of("Paving stones."));
  }

  @Test
  void whatIsToldAgainIsTheSameLine() {
    List<Line> first = lines.shared(paragraph());
    List<Line> again = lines.shared(paragraph());
    assertThat(again).isEqualTo(paragraph());
    assertThat(again.get(0)).isSameAs(first.get(0));
    assertThat(again.get(1)).isSameAs(first.get(1));
  }

  @Test
  void everyLineStaysAsItIsHoweverManyThereAre() {
    for (int n = 0; n < 2_000; n++) {
      assertThat(lines.shared(List.of(Line.of("Line " + n)))).containsExactly(Line.of("Line " + n));
    }
  }
}

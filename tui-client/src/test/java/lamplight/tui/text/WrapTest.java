package lamplight.tui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrapTest {
  private static List<String> wrap(String text, int width, int indent) {
    return Wrap.rows(List.of(new Run(text, Ink.PROSE)), width, indent).stream()
        .map(Row::plain)
        .toList();
  }

  @Test
  void linesBreakBetweenWords() {
    assertThat(wrap("The sails creak in the wind.", 12, 0))
        .containsExactly("The sails", "creak in the", "wind.");
  }

  @Test
  void furtherRowsAreIndented() {
    assertThat(wrap("> look under the bed", 12, 2)).containsExactly("> look under", "  the bed");
  }

  @Test
  void aWordThatNoRowCanHoldIsBroken() {
    assertThat(wrap("a abcdefghij b", 4, 0)).containsExactly("a ab", "cdef", "ghij", "b");
  }

  @Test
  void wideCharactersAreNotHalved() {
    assertThat(wrap("茶茶茶", 5, 0)).containsExactly("茶茶", "茶");
  }

  @Test
  void aWordInTwoInksStaysTogether() {
    List<Run> runs =
        List.of(new Run("the ", Ink.PROSE), new Run("lamp", Ink.ITEM), new Run(".", Ink.PROSE));
    assertThat(Wrap.rows(runs, 8, 0).stream().map(Row::plain)).containsExactly("the", "lamp.");
  }

  @Test
  void nothingIsOneEmptyRow() {
    assertThat(wrap("", 10, 0)).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noRowIsTooWideAndNoCharacterIsLost(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      text.append(List.of("a", "b", " ", "茶", "é", "  ", "wordwordword").get(random.nextInt(7)));
    }
    int width = 2 + random.nextInt(30);
    List<String> rows = wrap(text.toString(), width, 1);
    assertThat(rows).as("seed " + seed).allMatch(row -> Width.of(row) <= width);
    assertThat(String.join("", rows).replace(" ", ""))
        .as("seed " + seed)
        .isEqualTo(text.toString().replace(" ", ""));
  }
}

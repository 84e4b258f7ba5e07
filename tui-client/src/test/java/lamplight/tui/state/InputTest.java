package lamplight.tui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InputTest {
  /** The cursor is written as a bar. */
  private static EditedLine line(String marked) {
    return EditedLine.EMPTY.typed(marked.replace("|", "")).at(marked.indexOf('|'));
  }

  private static String marked(EditedLine line) {
    return line.text().substring(0, line.cursor()) + "|" + line.text().substring(line.cursor());
  }

  static Stream<Arguments> edits() {
    return Stream.of(
        edit("take| lamp", line -> line.typed("n"), "taken| lamp"),
        edit("take|", EditedLine::erasedBack, "tak|"),
        edit("🍵|", EditedLine::erasedBack, "|"),
        edit("|", EditedLine::erasedBack, "|"),
        edit("|take", EditedLine::erasedAhead, "|ake"),
        edit("take|", EditedLine::erasedAhead, "take|"),
        edit("take the lamp|", EditedLine::erasedWord, "take the |"),
        edit("take the   |lamp", EditedLine::erasedWord, "take |lamp"),
        edit("take the| lamp", EditedLine::erasedToStart, "| lamp"),
        edit("take| lamp", EditedLine::erasedToEnd, "take|"),
        edit("a🍵|", EditedLine::left, "a|🍵"),
        edit("a|🍵", EditedLine::right, "a🍵|"),
        edit("|", EditedLine::left, "|"),
        edit("take the| lamp", EditedLine::wordLeft, "take |the lamp"),
        edit("take| the lamp", EditedLine::wordRight, "take the| lamp"),
        edit("take|", line -> line.erasedBack().undone(), "take|"),
        edit("|", line -> typed(line, "take lamp").undone(), "take|"),
        edit("|", line -> typed(line, "take lamp").undone().undone(), "|"),
        edit("a|", line -> line.erasedWord().erasedWord().undone(), "a|"),
        edit("|", EditedLine::undone, "|"));
  }

  private static EditedLine typed(EditedLine line, String words) {
    EditedLine next = line;
    for (String character : words.split("", -1)) {
      next = next.typed(character);
    }
    return next;
  }

  private static Arguments edit(String before, UnaryOperator<EditedLine> edit, String after) {
    return Arguments.of(before, edit, after);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void anEditDoesWhatPlayersKnowFromShells(
      String before, UnaryOperator<EditedLine> edit, String after) {
    assertThat(marked(edit.apply(line(before)))).isEqualTo(after);
  }

  @Test
  void theHistoryKeepsTheLineThatWasBeingTyped() {
    Input input = Input.empty().typed("look").sent(false).typed("north").sent(false).typed("dra");
    assertThat(input.older().text()).isEqualTo("north");
    assertThat(input.older().older().older().text()).isEqualTo("look");
    assertThat(input.older().newer().text()).isEqualTo("dra");
    assertThat(input.newer().text()).isEqualTo("dra");
  }

  @Test
  void theSameLineTwiceIsKeptOnceAndASecretNever() {
    Input input =
        Input.empty()
            .typed("look")
            .sent(false)
            .typed("look")
            .sent(false)
            .typed("swordfish")
            .sent(true);
    assertThat(input.history()).containsExactly("look");
  }

  @Test
  void aLineThatGrowsTooLongStopsGrowing() {
    String long1 = "x".repeat(Input.MOST_CHARACTERS);
    assertThat(Input.empty().typed(long1).typed("y").text()).isEqualTo(long1);
  }
}

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
  private static Input input(String marked) {
    int cursor = marked.indexOf('|');
    return Input.empty().typed(marked.replace("|", "")).at(cursor);
  }

  private static String marked(Input input) {
    return input.text().substring(0, input.cursor()) + "|" + input.text().substring(input.cursor());
  }

  static Stream<Arguments> edits() {
    return Stream.of(
        edit("take| lamp", input -> input.typed("n"), "taken| lamp"),
        edit("take|", Input::erasedBack, "tak|"),
        edit("🍵|", Input::erasedBack, "|"),
        edit("|", Input::erasedBack, "|"),
        edit("|take", Input::erasedAhead, "|ake"),
        edit("take|", Input::erasedAhead, "take|"),
        edit("take the lamp|", Input::erasedWord, "take the |"),
        edit("take the   |lamp", Input::erasedWord, "take |lamp"),
        edit("take the| lamp", Input::erasedToStart, "| lamp"),
        edit("take| lamp", Input::erasedToEnd, "take|"),
        edit("a🍵|", Input::left, "a|🍵"),
        edit("a|🍵", Input::right, "a🍵|"),
        edit("|", Input::left, "|"),
        edit("take the| lamp", Input::wordLeft, "take |the lamp"),
        edit("take| the lamp", Input::wordRight, "take the| lamp"));
  }

  private static Arguments edit(String before, UnaryOperator<Input> edit, String after) {
    return Arguments.of(before, edit, after);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void anEditDoesWhatPlayersKnowFromShells(String before, UnaryOperator<Input> edit, String after) {
    assertThat(marked(edit.apply(input(before)))).isEqualTo(after);
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

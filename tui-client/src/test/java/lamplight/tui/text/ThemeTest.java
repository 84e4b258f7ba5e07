package lamplight.tui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {
  static Stream<String> names() {
    return Theme.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_theme_has_every_ink(String name) {
    assertThat(Theme.named(name).tints()).containsOnlyKeys(Ink.ALL.toArray(Ink[]::new));
  }

  @Test
  void the_theme_without_colours_tells_apart_what_is_marked_in_prose() {
    Theme mono = Theme.named("mono");
    assertThat(mono.tints().values())
        .allMatch(tint -> tint.basic().isEmpty() && tint.exact().isEmpty());
    Set<Tint> marked =
        Stream.of(Ink.PROSE, Ink.ITEM, Ink.PERSON, Ink.PLAYER, Ink.SELECTED)
            .map(mono::of)
            .collect(Collectors.toSet());
    assertThat(marked).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"#ffd75f,221", "#87d7d7,116", "#8a8a8a,245", "#000000,16", "#ffffff,231"})
  void an_exact_colour_has_a_nearest_of_the_256(String exact, int index) {
    assertThat(Tint.parse(exact).indexed()).contains(index);
  }

  @Test
  void a_word_that_is_no_colour_is_named() {
    assertThatThrownBy(() -> Tint.parse("yelow bold"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"yelow\" is neither");
  }

  @ParameterizedTest
  @CsvSource({
    "NO_COLOR,1,NONE",
    "COLORTERM,truecolor,TRUE",
    "COLORTERM,yes,INDEXED",
    "TERM,xterm-256color,INDEXED",
    "TERM,vt100,BASIC"
  })
  void the_environment_says_how_many_colours_there_are(
      String name, String value, Tint.Depth depth) {
    assertThat(Tint.Depth.of(Map.of(name, value))).isEqualTo(depth);
  }
}

package lamplight.tui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthTest {
  @ParameterizedTest
  @CsvSource({
    "a, 1", "é, 1", "א, 1", "ﷺ, 1", "茶, 2", "ア, 2", "ｱ, 1", "Ａ, 2", "한, 2", "🍵, 2", "⚡, 2", "♥, 1",
    "█, 1", "─, 1", "☕, 2", "☂, 1", "🕯, 1", "🪔, 2", "𠀋, 2", "│, 1", "…, 1"
  })
  void aCharacterTakesAsManyCellsAsUnicodeSays(String character, int cells) {
    assertThat(Width.of(character.codePointAt(0))).isEqualTo(cells);
  }

  @Test
  void whatIsTooLongIsCutBeforeAWideCharacterAndMarked() {
    assertThat(Width.fit("brass lamp", 10)).isEqualTo("brass lamp");
    assertThat(Width.fit("brass lamp", 6)).isEqualTo("brass…");
    assertThat(Width.fit("茶茶茶", 4)).isEqualTo("茶…");
    assertThat(Width.fit("lamp", 0)).isEmpty();
  }
}

package lamplight.tui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTest {
  @Test
  void combiningMarksAreComposedOrDropped() {
    assertThat(Clean.text("cafe\u0301")).isEqualTo("café");
    assertThat(Clean.text("x\u0301y")).isEqualTo("xy");
  }

  @Test
  void controlCharactersNeverPass() {
    assertThat(Clean.text("\u001b[2Jred\u0007 \u009b31m\r\nnext\u0000\u007f"))
        .isEqualTo("[2Jred 31m next");
  }

  @Test
  void nothingTurnsTheDirectionOfWritingOrHides() {
    assertThat(Clean.text("a\u202eb\u200bc\u2066d\ufeffe\u00adf")).isEqualTo("abcdef");
  }

  @Test
  void emojiFamiliesFallApartIntoTheirMembers() {
    assertThat(Clean.text("👩\u200d🚀 👋🏽 ❤\ufe0f")).isEqualTo("👩🚀 👋 ❤");
  }

  @Test
  void strangeBlanksBecomeBlanks() {
    assertThat(Clean.text("a\tb\u00a0c\u3000d")).isEqualTo("a b c d");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverComesInOnlyShownCharactersComeOut(long seed) {
    Random random = new Random(seed);
    StringBuilder raw = new StringBuilder();
    random.ints(5_000, 0, Character.MAX_CODE_POINT + 1).forEach(raw::appendCodePoint);
    String clean = Clean.text(raw.toString());
    assertThat(clean.codePoints()).as("seed " + seed).allMatch(Clean::isShown);
    assertThat(Clean.text(clean)).as("seed " + seed).isEqualTo(clean);
  }
}

package lamplight.engine.prose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of typed words is shown to others. */
class VisibleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "say hello",
        "say Grüße, naïve café",
        "say שלום עולם, hello",
        "say مرحبا\u061C (C++)\u200F!",
        "say می\u200Cخواهم",
        "say क्\u200Dष",
        "say 👩\u200D👩\u200D👧 ❤\uFE0F 1\uFE0F\u20E3 🇩🇪",
        "say \uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
        "say \u845B\uDB40\uDD00",
        "say a\u0301\u0323 שָּׁ",
        "say 漢字 ✓ Ж",
      })
  void whatPeopleWriteStaysAsItIs(String words) {
    assertThat(Visible.of(words)).isEqualTo(words);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "an override,a\u202Ecba,acba",
        "embeddings,\u202Aa\u202Bb\u202Cc\u202Dd,abcd",
        "isolates,\u2066a\u2067b\u2068c\u2069d,abcd",
        "marks of direction where nothing goes from right to left,a\u200E\u200F\u061Cb,ab",
        "spaces without width,la\u200Bmp\uFEFF\u2060\u00AD,lamp",
        "letters without a shape,\u3164a\u115F\u1160\uFFA0,a",
        "joiners that join nothing,\u200Da\u200D b\u200C,a b",
        "a joiner again and again,a\u200D\u200D\u200D\u200Db,a\u200Db",
        "selectors of nothing,\uFE0Fa\uFE0F\uFE0F\uFE00 \uFE0Fb,a\uFE0F b",
        "letters of a flag without a flag,a\uDB40\uDC67\uDB40\uDC7Fb,ab",
        "line separators,a\u2028b\u2029c,a b c",
        "a mark on what is not ours,\u0301a,a",
        "annotations and the deprecated,a\uFFF9b\uFFFBc\u206Ad,abcd",
      })
  void whatCannotBeSeenIsGone(String name, String words, String expected) {
    assertThat(Visible.of(words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 100})
  void aLetterHasSoManyMarksAsWritingNeeds(int marks) {
    assertThat(Visible.of("a" + "\u0336".repeat(marks) + "b"))
        .isEqualTo("a" + "\u0336".repeat(Visible.MOST_MARKS) + "b");
  }
}

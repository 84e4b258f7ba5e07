package lamplight.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void whatIsWrittenIsOneLineAndReadsTheSame() {
    Object value = Map.of("a", List.of(1, true, "x\n\u001b\"\\é", List.of(), Map.of()));
    String text = Json.of(value);
    assertThat(text).isEqualTo("{\"a\":[1,true,\"x\\n\\u001B\\\"\\\\é\",[],{}]}");
    assertThat(Json.read(text)).contains(value);
  }

  @Test
  void whatIsNullIsLeftOut() {
    assertThat(Json.read("{\"a\":null,\"b\":[null,1]}")).contains(Map.of("b", List.of(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "hello",
        "{",
        "{\"a\":}",
        "[1,",
        "[1] 2",
        "{]",
        "\"open",
        "1e999999999x",
        "\u0000",
        "{\"a\":1,}",
        "'a'"
      })
  void whatIsNoJsonIsNothing(String text) {
    assertThat(Json.read(text)).isEmpty();
  }

  @Test
  void whatIsTooDeepOrTooMuchIsNothing() {
    String deep = "[".repeat(Json.MAX_DEPTH) + "1" + "]".repeat(Json.MAX_DEPTH);
    assertThat(Json.read(deep)).isPresent();
    assertThat(Json.read("[" + deep + "]")).isEmpty();
    assertThat(Json.read("[".repeat(100_000))).isEmpty();
    assertThat(Json.read("[" + "1,".repeat(Json.MAX_TOKENS) + "1]")).isEmpty();
    assertThat(Json.read("9".repeat(5_000))).as("a number of 5000 digits").isEmpty();
  }
}

package lamplight.tui.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostAndPortTest {
  @ParameterizedTest
  @CsvSource({
    "localhost, localhost, 4001",
    "play.example.org:5000, play.example.org, 5000",
    "[::1]:5000, ::1, 5000",
    "[::1], ::1, 4001",
    "::1, ::1, 4001"
  })
  void aServerIsAHostAndMaybeAPort(String text, String host, int port) {
    assertThat(HostAndPort.parse(text, 4001)).isEqualTo(new HostAndPort(host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:", "localhost:0", "localhost:70000", "localhost:abc", ":4001", ""})
  void anythingElseIsSaidToBeWrong(String text) {
    assertThatThrownBy(() -> HostAndPort.parse(text, 4001))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

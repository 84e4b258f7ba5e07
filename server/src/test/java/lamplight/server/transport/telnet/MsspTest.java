package lamplight.server.transport.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MsspTest {
  @Test
  void whatAllServersSayCanBeSent() {
    assertThat(Mssp.ALWAYS)
        .isNotEmpty()
        .allSatisfy((name, value) -> assertThat(Mssp.isAllowed(name, value)).isTrue());
  }

  @Test
  void bothForms() {
    Map<String, String> status = Map.of("NAME", "Mühle");
    assertThat(Script.words(Mssp.body(status))).isEqualTo("x01 'NAME' x02 'Mühle'");
    assertThat(Mssp.lines(status))
        .isEqualTo("\r\nMSSP-REPLY-START\r\nNAME\tMühle\r\nMSSP-REPLY-END\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HOSTNAME         | play.example.org | true",
        "XTERM 256 COLORS | 1                | true",
        "hostname         | x                | false",
        "NAME             | ''               | false",
        "''               | x                | false",
        "NAME             | '\u0002'         | false",
        "NAME             | '\u009b'         | false",
      })
  void aHostMaySayWhatCanBeSent(String name, String value, boolean allowed) {
    assertThat(Mssp.isAllowed(name, value)).isEqualTo(allowed);
  }
}

package lamplight.engine.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lamplight.engine.telnet.Mtts.Bit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in subnegotiations, both directions; bytes below 32 are written as digits in <>. */
class BodiesTest {
  @Test
  void aTerminalTypeIsAskedForAndTold() {
    assertThat(words(TerminalType.send())).isEqualTo("<1>");
    assertThat(TerminalType.isSend(TerminalType.send())).isTrue();
    assertThat(words(TerminalType.is("Lamplight"))).isEqualTo("<0>Lamplight");
    assertThat(TerminalType.name(TerminalType.is("Lamplight"))).hasValue("LAMPLIGHT");
    assertThat(TerminalType.name(bytes("<0>" + "x".repeat(500))))
        .hasValue("X".repeat(TerminalType.MAX_LENGTH));
    assertThat(TerminalType.name(bytes("<1>"))).isEmpty();
    assertThat(TerminalType.name(bytes(""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MTTS 271,MTTS 271", "783 ,MTTS 783", "0,MTTS 0", "MTTS 999999,MTTS 575"})
  void bitsAreReadAndWritten(String word, String written) {
    assertThat(Mtts.read(word).map(Mtts::word)).hasValue(written);
  }

  @ParameterizedTest
  @CsvSource({"MTTS", "MTTS x", "XTERM", "-1", "MTTS 12345678"})
  void whatIsNoNumberOfBitsIsNone(String word) {
    assertThat(Mtts.read(word)).isEmpty();
  }

  @Test
  void bitsOfTwoPlacesAdd() {
    assertThat(new Mtts(Set.of(Bit.ANSI)).and(new Mtts(Set.of(Bit.UTF_8))).word())
        .isEqualTo("MTTS 5");
  }

  @Test
  void aWindowHasColumnsAndRows() {
    WindowSize size = new WindowSize(300, 24);
    assertThat(words(size.body())).isEqualTo("<1>,<0><24>");
    assertThat(WindowSize.read(size.body())).hasValue(size);
    assertThat(WindowSize.read(bytes("<1>,<0>"))).isEmpty();
  }

  @Test
  void characterSetsAreAskedForTakenAndRefused() {
    CharsetTalk request = CharsetTalk.request("UTF-8", "US-ASCII");
    assertThat(words(request.body())).isEqualTo("<1>;UTF-8;US-ASCII");
    assertThat(CharsetTalk.read(request.body())).hasValue(request);
    assertThat(CharsetTalk.read(bytes("<1> utf-8 latin1")).map(CharsetTalk::names))
        .hasValue(List.of("UTF-8", "LATIN1"));
    assertThat(words(CharsetTalk.accepted("UTF-8").body())).isEqualTo("<2>UTF-8");
    assertThat(CharsetTalk.read(bytes("<2>utf-8"))).hasValue(CharsetTalk.accepted("UTF-8"));
    assertThat(words(CharsetTalk.rejected().body())).isEqualTo("<3>");
    assertThat(CharsetTalk.read(bytes("<3>"))).hasValue(CharsetTalk.rejected());
    assertThat(CharsetTalk.read(bytes("<1>")).map(CharsetTalk::names)).hasValue(List.of());
    assertThat(CharsetTalk.read(bytes("<4>x"))).isEmpty();
    assertThat(CharsetTalk.read(bytes(""))).isEmpty();
  }

  @Test
  void variablesAreAskedForByName() {
    byte[] question = Environment.send(List.of("MTTS", "NO_COLOR"));
    assertThat(words(question)).isEqualTo("<1><0>MTTS<0>NO_COLOR<3>MTTS<3>NO_COLOR");
    assertThat(Environment.asked(question)).containsExactly("MTTS", "NO_COLOR");
    assertThat(Environment.asked(bytes("<1>"))).isEmpty();
    assertThat(Environment.asked(bytes("<0><0>MTTS"))).isEmpty();
  }

  @Test
  void variablesAreToldWithWhateverBytesTheyHave() {
    Map<String, String> variables = Map.of("A", "x\u0000\u0003y\u0002");
    assertThat(words(Environment.is(variables))).isEqualTo("<0><0>A<1>x<2><0><2><3>y<2><2>");
    assertThat(Environment.told(Environment.is(variables))).isEqualTo(variables);
  }

  @ParameterizedTest
  @CsvSource({
    "<0><0>A<1>1<3>B<1>2,A=1 B=2",
    "<2><0>A<1>1,A=1",
    "<0><0>A<0>B<1>,B=",
    "<0><0>A<1>x<1>y,A=xy",
    "<0>nonsense,",
    "<0><0>A<1>x<2>,A=x",
    "<1><0>A<1>1,",
    "<9>,"
  })
  void answersAreReadAsFarAsTheyMakeSense(String body, String expected) {
    StringBuilder told = new StringBuilder();
    Environment.told(bytes(body))
        .forEach((name, value) -> told.append(' ').append(name).append('=').append(value));
    assertThat(told.toString().strip()).isEqualTo(expected == null ? "" : expected);
  }

  private static byte[] bytes(String words) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      if (words.charAt(i) == '<') {
        int end = words.indexOf('>', i);
        out.append((char) Integer.parseInt(words.substring(i + 1, end)));
        i = end;
      } else {
        out.append(words.charAt(i));
      }
    }
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String words(byte[] body) {
    StringBuilder out = new StringBuilder();
    for (byte octet : body) {
      out.append(octet >= 0 && octet < ' ' ? "<" + octet + ">" : String.valueOf((char) octet));
    }
    return out.toString();
  }
}

package lamplight.server.transport.telnet;

import static lamplight.server.transport.telnet.RecordedTerminal.MORE_OFFERS;
import static lamplight.server.transport.telnet.RecordedTerminal.OFFERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes in, bytes and lines out; each row of the table is cut at every point. */
class TerminalExchangeTest {
  static Stream<Arguments> exchanges() {
    return Stream.of(
        // a terminal that says nothing but lines
        row("a line ends with LF", "'look' LF", "", "look"),
        row("a line ends with CR LF", "'look' CR LF 'go' CR LF", "", "look", "go"),
        row("a line ends with CR NUL", "'look' CR NUL 'go' CR NUL", "", "look", "go"),
        row("a line ends with a bare CR", "'look' CR 'go' CR", "", "look", "go"),
        row(
            "LF CR is one end and one empty line",
            "'look' LF CR 'go' LF CR",
            "",
            "look",
            "",
            "go",
            ""),
        row("CR NUL LF is one end", "'look' CR NUL LF 'go' CR", "", "look", "go"),
        row("a NUL anywhere is dropped", "NUL NUL 'lo' NUL 'ok' LF", "", "look"),
        row("control characters are stripped", "'a' BEL ESC '[31mb' x0C 'c' LF", "", "abc"),
        row("C1 characters are stripped", "'a' xC2 x9B '31mb' LF", "", "a31mb"),
        row("a TAB is a space", "'a' TAB 'b' LF", "", "a b"),
        row("UTF-8 comes through", "'héllo ✓ 漢🐉' LF", "", "héllo ✓ 漢🐉"),
        row("broken UTF-8 is replaced", "'a' xC3 'b' xE2 x9C LF", "", "a\uFFFDb\uFFFD"),
        row("backspace and DEL erase whole characters", "'aé' BS BS 'x漢' DEL 'y' LF", "", "xy"),
        row("backspace at the start does nothing", "BS 'a' LF", "", "a"),
        row("^U erases the line", "'abc' x15 'd' LF", "", "d"),
        row(
            "^W erases a word",
            "'take the lamp ' x17 'key' LF 'é' x17 x17 'a' LF",
            "",
            "take the key",
            "a"),
        row(
            "keys that are no letters are dropped",
            "'a' ESC '[1;5Ab' ESC 'OPc' ESC 'd' ESC '[' LF ESC CR",
            "",
            "abcd",
            ""),
        // commands
        row("EC and EL erase", "'abc' IAC EC 'd' LF 'abc' IAC EL 'e' LF", MORE_OFFERS, "abd", "e"),
        row("IAC IAC is a byte of data", "'a' IAC IAC 'b' LF", "", "a\uFFFDb"),
        row(
            "commands in a line are dropped",
            "'lo' IAC NOP IAC IP IAC BRK IAC AO IAC GA IAC x01 'ok' LF",
            MORE_OFFERS,
            "look"),
        row(
            "each timing mark is answered, in a line too",
            "'lo' IAC BRK IAC DO TIMING_MARK 'ok' IAC DO TIMING_MARK LF",
            MORE_OFFERS + " IAC WILL TIMING_MARK IAC WILL TIMING_MARK",
            "look"),
        // negotiation
        row(
            "an unknown option is refused once",
            "IAC DO x22 IAC DO x22 IAC WILL x22 IAC WILL x22",
            MORE_OFFERS + " IAC WONT x22 IAC DONT x22"),
        row(
            "refusals of what is off are not answered",
            "IAC DONT x22 IAC WONT x22 IAC DONT ECHO IAC WONT NAWS",
            MORE_OFFERS),
        row(
            "ECHO is not for the client to start",
            "IAC DO ECHO IAC DO ECHO IAC WILL ECHO",
            MORE_OFFERS + " IAC WONT ECHO IAC DONT ECHO"),
        row(
            "an agreement is confirmed once",
            "IAC WILL SGA IAC WILL SGA IAC WILL SGA",
            MORE_OFFERS + " IAC DO SGA"),
        row(
            "BINARY is agreed to",
            "IAC WILL BINARY IAC DO BINARY",
            MORE_OFFERS + " IAC DO BINARY IAC WILL BINARY"),
        row(
            "DO SGA brings our echo",
            "IAC DO SGA IAC DO ECHO",
            MORE_OFFERS + " IAC WILL SGA IAC WILL ECHO"),
        row(
            "TTYPE is asked for until it repeats",
            "IAC WILL TTYPE IAC SB TTYPE NUL 'XTERM' IAC SE IAC SB TTYPE NUL 'XTERM' IAC SE IAC SB"
                + " TTYPE NUL 'XTERM' IAC SE",
            MORE_OFFERS + " IAC SB TTYPE x01 IAC SE IAC SB TTYPE x01 IAC SE"),
        row(
            "TTYPE ends with MTTS",
            "IAC WILL TTYPE IAC SB TTYPE NUL 'TINTIN++' IAC SE IAC SB TTYPE NUL 'XTERM' IAC SE IAC"
                + " SB TTYPE NUL 'MTTS 271' IAC SE",
            MORE_OFFERS
                + " IAC SB TTYPE x01 IAC SE IAC SB TTYPE x01 IAC SE IAC SB TTYPE x01 IAC SE IAC DO"
                + " NEW_ENVIRON"),
        row(
            "CHARSET asks for UTF-8",
            "IAC DO CHARSET IAC SB CHARSET x02 'UTF-8' IAC SE",
            MORE_OFFERS + " IAC SB CHARSET x01 ';UTF-8' IAC SE"),
        row(
            "CHARSET answers a client that asks",
            "IAC WILL CHARSET IAC SB CHARSET x01 ' latin1 utf-8' IAC SE IAC SB CHARSET x01"
                + " ';koi8-r' IAC SE",
            MORE_OFFERS
                + " IAC DO CHARSET IAC SB CHARSET x02 'UTF-8' IAC SE IAC SB CHARSET x03 IAC SE"),
        row(
            "who knows no UTF-8 is not given any",
            "IAC WILL CHARSET IAC SB CHARSET x01 ';koi8-r' IAC SE",
            MORE_OFFERS + " IAC DO CHARSET IAC SB CHARSET x03 IAC SE"),
        row(
            "a client that wants no compression gets none",
            "IAC DONT MCCP2 IAC DONT MCCP2 'look' LF",
            MORE_OFFERS,
            "look"),
        row(
            "the old compression is refused",
            "IAC DO x55 IAC DO x57",
            MORE_OFFERS + " IAC WONT x55 IAC WONT x57"),
        row(
            "a subnegotiation whose SE got lost ends at the next command",
            "IAC SB NAWS NUL x50 NUL x18 IAC DO x22 'look' LF",
            MORE_OFFERS + " IAC WONT x22",
            "look"),
        row(
            "an unknown subnegotiation is skipped",
            "IAC SB xC9 'Core.Hello' IAC IAC 'x' IAC SE 'look' LF",
            MORE_OFFERS,
            "look"),
        row(
            "empty and short subnegotiations are survived",
            "IAC SB NAWS IAC SE IAC SB NAWS x01 IAC SE IAC SB TTYPE IAC SE IAC SB CHARSET IAC SE"
                + " 'a' LF",
            MORE_OFFERS,
            "a"));
  }

  private static Arguments row(String name, String in, String out, String... lines) {
    return Arguments.of(name, in, out, List.of(lines));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exchanges")
  void everyExchangeIsTheSameAtEverySplitPoint(
      String name, String in, String out, List<String> lines) {
    byte[] bytes = Script.bytes(in);
    for (int cut = 0; cut <= bytes.length; cut++) {
      check(name, new int[] {cut, bytes.length}, bytes, out, lines);
    }
    int[] everywhere = new int[bytes.length + 1];
    Arrays.setAll(everywhere, i -> i);
    check(name, everywhere, bytes, out, lines);
  }

  private static void check(String name, int[] cuts, byte[] bytes, String out, List<String> lines) {
    RecordedTerminal recorded = new RecordedTerminal();
    int from = 0;
    for (int cut : cuts) {
      recorded.receive(Arrays.copyOfRange(bytes, from, cut));
      from = cut;
    }
    recorded.terminal.start();
    String at = name + ", cut at " + Arrays.toString(cuts);
    assertThat(recorded.lines).as(at).isEqualTo(lines);
    assertThat(recorded.heard()).as(at).isEqualTo(OFFERS + " " + (out.isEmpty() ? "CR LF" : out));
  }
}

package lamplight.server.transport.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import lamplight.engine.telnet.Environment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the clients that people have say of themselves, and what they are given for it. */
class ClientTraitsTest {
  static Stream<Arguments> clients() {
    return Stream.of(
        Arguments.of("TINTIN++", "'TINTIN++','XTERM-256COLOR','MTTS 271'", "TRUE"),
        Arguments.of("TINYFUGUE", "'TINYFUGUE','ANSI-ATTR','ANSI','UNKNOWN'", "SIXTEEN ascii"),
        Arguments.of("telnet", "'XTERM-256COLOR','XTERM-256COLOR'", "MANY"),
        Arguments.of("telnet without TERM", "'UNKNOWN','UNKNOWN'", "NONE"),
        Arguments.of("KBtin", "'KBTIN','HARDCOPY','UNKNOWN','KBTIN-2.1'", "SIXTEEN"),
        Arguments.of("Mudlet", "'MUDLET','ANSI-TRUECOLOR','MTTS 2349'", "TRUE"),
        Arguments.of("Mudlet as it was", "'MUDLET','ANSI-TRUECOLOR','MTTS 2345'", "TRUE ascii"),
        Arguments.of("a reader's Mudlet", "'MUDLET','ANSI-TRUECOLOR','MTTS 2413'", "TRUE reader"),
        Arguments.of("MUSHclient", "'MUSHCLIENT','ANSI','MTTS 269'", "TRUE"),
        Arguments.of("few colours", "'X','ANSI','MTTS 5'", "SIXTEEN"),
        Arguments.of("no colours", "'X','ANSI','MTTS 4'", "NONE"),
        Arguments.of("a dumb terminal", "'DUMB','DUMB'", "NONE"),
        Arguments.of("a dumb one inside of a client", "'X','DUMB','MTTS 15'", "MANY"),
        Arguments.of("links", "'X','XTERM-DIRECT','MTTS 1036'", "TRUE links"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("clients")
  void whatAClientIsGivenFollowsFromItsNames(String name, String types, String expected) {
    ClientTraits traits = new ClientTraits();
    boolean more = true;
    for (String type : types.split(",", -1)) {
      assertThat(more).as("asked for " + type).isTrue();
      more = traits.type(type.replace("'", ""));
    }
    assertThat(more).as("asked for more").isFalse();
    assertThat(given(traits)).isEqualTo(expected);
  }

  static Stream<Arguments> variables() {
    return Stream.of(
        Arguments.of("nothing", "'FOO' x01 '1'", "MANY"),
        Arguments.of("no colour, please", "'NO_COLOR' x01 '1'", "NONE"),
        Arguments.of("NO_COLOR is empty", "'NO_COLOR' x01", "MANY"),
        Arguments.of("NO_COLOR is undefined", "'NO_COLOR'", "MANY"),
        Arguments.of("more bits", "'MTTS' x01 '783 '", "TRUE"),
        Arguments.of("ASCII", "'CHARSET' x01 'US-ASCII'", "MANY ascii"),
        Arguments.of("UTF-8", "'CHARSET' x01 'UTF-8'", "MANY"),
        Arguments.of("a reader", "'SCREEN_READER' x01 '1'", "MANY reader"),
        Arguments.of("links", "'OSC_HYPERLINKS' x01 '1'", "MANY links"),
        Arguments.of("two", "'CHARSET' x01 'ASCII' x03 'NO_COLOR' x01 'a' x02 x01", "NONE ascii"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variables")
  void variablesCountAsWell(String name, String body, String expected) {
    ClientTraits traits = new ClientTraits();
    traits.type("XTERM-256COLOR");
    traits.variables(Environment.told(Script.bytes("NUL NUL " + body)));
    assertThat(given(traits)).isEqualTo(expected);
  }

  private static String given(ClientTraits traits) {
    Ink ink = traits.ink();
    return ink.colours()
        + (ink.ascii() ? " ascii" : "")
        + (ink.links() ? " links" : "")
        + (traits.reader() ? " reader" : "");
  }
}

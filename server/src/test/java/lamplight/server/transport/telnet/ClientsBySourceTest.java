package lamplight.server.transport.telnet;

import static lamplight.server.transport.telnet.RecordedTerminal.MORE_OFFERS;
import static lamplight.server.transport.telnet.RecordedTerminal.OFFERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What clients that no package brings answer, as their sources say: Mudlet (ctelnet.cpp),
 * MUSHclient (telnet_phases.cpp) and Blightmud (ttype.lua, telnet_charset.lua, telnet.rs); and
 * TinyFugue, which takes prompts as they do.
 */
class ClientsBySourceTest {
  private static final String NEXT_TYPE = " IAC SB TTYPE x01 IAC SE";
  private static final String ASKS_FOR_UTF8 = " IAC SB CHARSET x01 ';UTF-8' IAC SE";

  /** A client's answers, and what it is sent upon them. */
  private record Step(String in, String out) {}

  static Stream<Arguments> clients() {
    return Stream.of(
        Arguments.of(
            "Mudlet",
            List.of(
                new Step("IAC WILL TTYPE IAC DO MSSP", MORE_OFFERS + NEXT_TYPE),
                new Step(
                    "IAC DO EOR IAC WILL NAWS IAC SB NAWS NUL x64 NUL x28 IAC SE IAC DO CHARSET IAC"
                        + " DONT MCCP2 IAC DO GMCP IAC SB TTYPE NUL 'MUDLET' IAC SE",
                    ASKS_FOR_UTF8 + NEXT_TYPE),
                // a profile that is set to ASCII keeps that where it is on offer
                new Step("IAC SB CHARSET x02 'UTF-8' IAC SE", ""),
                new Step("IAC SB TTYPE NUL 'ANSI-TRUECOLOR' IAC SE", NEXT_TYPE),
                new Step("IAC SB TTYPE NUL 'MTTS 2349' IAC SE", "IAC DO NEW_ENVIRON")),
            true,
            "TRUE utf-8"),
        Arguments.of(
            "Mudlet that tells its version",
            List.of(
                new Step(
                    "IAC WILL TTYPE IAC DO EOR IAC SB TTYPE NUL 'MUDLET 4.20' IAC SE",
                    MORE_OFFERS + NEXT_TYPE + NEXT_TYPE)),
            true,
            "SIXTEEN utf-8"),
        Arguments.of(
            "MUSHclient that shows UTF-8",
            List.of(
                new Step("IAC WILL TTYPE IAC DONT MSSP", MORE_OFFERS + NEXT_TYPE),
                new Step(
                    "IAC DONT EOR IAC WILL NAWS IAC DONT CHARSET IAC DONT MCCP2 IAC DONT GMCP IAC"
                        + " SB TTYPE NUL 'mushclient' IAC SE",
                    NEXT_TYPE),
                new Step("IAC SB TTYPE NUL 'mushclient' IAC SE", "IAC DO CHARSET"),
                new Step("IAC WILL CHARSET", ASKS_FOR_UTF8),
                new Step("IAC SB CHARSET x02 'UTF-8' IAC SE", "")),
            false,
            "SIXTEEN utf-8"),
        Arguments.of(
            "MUSHclient as it comes, with prompts on lines of their own",
            List.of(
                new Step(
                    "IAC WILL TTYPE IAC DO EOR IAC DONT CHARSET IAC DONT MCCP2 IAC WILL NAWS IAC SB"
                        + " TTYPE NUL 'mushclient' IAC SE IAC SB TTYPE NUL 'mushclient' IAC SE",
                    MORE_OFFERS + NEXT_TYPE + NEXT_TYPE + " IAC DO CHARSET"),
                new Step("IAC WILL CHARSET", ASKS_FOR_UTF8),
                new Step("IAC SB CHARSET x03 IAC SE", "")),
            true,
            "SIXTEEN ascii"),
        Arguments.of(
            "Blightmud",
            List.of(
                new Step("IAC WILL TTYPE IAC DO MSSP", MORE_OFFERS + NEXT_TYPE),
                new Step(
                    "IAC SB TTYPE NUL 'BLIGHTMUD' IAC SE IAC DO EOR IAC WILL NAWS IAC DO CHARSET"
                        + " IAC DONT MCCP2 IAC DO GMCP IAC SB TTYPE NUL 'XTERM-256COLOR' IAC SE IAC"
                        + " SB TTYPE NUL 'MTTS 335' IAC SE",
                    NEXT_TYPE + ASKS_FOR_UTF8 + NEXT_TYPE),
                new Step("IAC SB CHARSET x02 'UTF-8' IAC SE", "IAC DO NEW_ENVIRON"),
                new Step("IAC WONT NEW_ENVIRON", "")),
            true,
            "TRUE utf-8 reader unbroken"),
        Arguments.of(
            "TinyFugue",
            List.of(
                new Step(
                    "IAC WILL NAWS IAC WILL TTYPE IAC DO EOR IAC DONT CHARSET IAC DONT MCCP2 IAC SB"
                        + " TTYPE NUL 'TINYFUGUE' IAC SE",
                    MORE_OFFERS + NEXT_TYPE + NEXT_TYPE)),
            true,
            "SIXTEEN ascii"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("clients")
  void eachIsAskedWhatItAnswersAndGetsNoEmptyLinesAroundItsPrompts(
      String name, List<Step> steps, boolean takesPrompts, String traits) {
    RecordedTerminal recorded = new RecordedTerminal();
    assertThat(recorded.heard()).isEqualTo(OFFERS);
    for (Step step : steps) {
      recorded.receive(step.in);
      assertThat(recorded.heard()).as(step.in).isEqualTo(step.out.strip());
    }
    recorded.terminal.start();
    assertThat(recorded.heard()).as("an empty line before the banner").isEmpty();
    assertThat(traits(recorded.terminal)).isEqualTo(traits);
    String mark = takesPrompts ? "IAC EOR" : "IAC GA CR LF";
    recorded.terminal.ask("> ");
    recorded.terminal.tell(TextKind.EVENT, List.of(Line.of("Bea waves.")));
    recorded.terminal.ask("> ");
    recorded.terminal.askUnseen("password? ");
    recorded.receive("'secret' CR LF");
    String lineEnd = takesPrompts ? "" : " CR LF";
    assertThat(recorded.heard())
        .isEqualTo(
            ("'> ' %1$s 'Bea waves.' CR LF '> ' %1$s IAC WILL ECHO 'password? ' IAC "
                    + (takesPrompts ? "EOR" : "GA")
                    + " IAC WONT ECHO"
                    + lineEnd)
                .formatted(mark));
  }

  private static String traits(Terminal terminal) {
    return terminal.ink().colours()
        + (terminal.ink().ascii() ? " ascii" : " utf-8")
        + (terminal.reader() ? " reader" : "")
        + (terminal.width() == Settings.UNBROKEN ? " unbroken" : "");
  }
}

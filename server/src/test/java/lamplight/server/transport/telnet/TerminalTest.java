package lamplight.server.transport.telnet;

import static lamplight.server.transport.telnet.RecordedTerminal.MORE_OFFERS;
import static lamplight.server.transport.telnet.RecordedTerminal.OFFERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.engine.telnet.TelnetParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prompts, passwords, compression and hostile bytes; plain exchanges are a table of their own. */
class TerminalTest {
  @Test
  void bareSocketsSeeTwoOffersOnALineOfTheirOwn() {
    RecordedTerminal recorded = new RecordedTerminal();
    recorded.terminal.start();
    recorded.terminal.ask("name? ");
    assertThat(recorded.heard()).isEqualTo(OFFERS + " CR LF 'name? '");
  }

  @Test
  void socketsThatRefuseAllWithoutLookingSeeTheOffersOnALineOfTheirOwn() {
    RecordedTerminal recorded = new RecordedTerminal();
    recorded.receive("IAC WONT TTYPE IAC DONT MSSP");
    recorded.receive("IAC DONT EOR IAC WONT NAWS IAC DONT CHARSET IAC DONT MCCP2 IAC DONT GMCP");
    assertThat(recorded.heard()).isEqualTo(OFFERS + " " + MORE_OFFERS + " CR LF");
  }

  @Test
  void startsWhenAllOffersAreAnswered() {
    RecordedTerminal recorded = new RecordedTerminal();
    recorded.receive("IAC WONT TTYPE IAC DONT EOR IAC WONT NAWS");
    assertThat(recorded.ready).isFalse();
    recorded.receive("IAC DONT CHARSET IAC DONT MCCP2");
    assertThat(recorded.ready).isTrue();
  }

  @Test
  void waitsForTheAnswersInSubnegotiations() {
    RecordedTerminal recorded = new RecordedTerminal();
    recorded.receive("IAC WILL TTYPE IAC DO EOR IAC WILL NAWS IAC DO CHARSET IAC DONT MCCP2");
    recorded.receive("IAC SB TTYPE NUL 'TINTIN++' IAC SE IAC SB TTYPE NUL 'XTERM' IAC SE");
    recorded.receive("IAC SB TTYPE NUL 'MTTS 271' IAC SE");
    assertThat(recorded.ready).isFalse();
    recorded.receive("IAC SB CHARSET x02 'UTF-8' IAC SE");
    assertThat(recorded.heard()).endsWith("IAC DO NEW_ENVIRON");
    assertThat(recorded.ready).isFalse();
    recorded.receive("IAC WILL NEW_ENVIRON");
    assertThat(recorded.ready).isFalse();
    recorded.receive("IAC SB NEW_ENVIRON NUL NUL 'CLIENT_NAME' x01 'TinTin++' IAC SE");
    assertThat(recorded.ready).isTrue();
    assertThat(recorded.terminal.client()).isEqualTo("telnet tintin++");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XTERM-256COLOR", "ALACRITTY", "RXVT-UNICODE", "DUMB"})
  void plainTelnetWithoutCharsetIsAskedForBinaryInWhateverTerminal(String type) {
    RecordedTerminal recorded = new RecordedTerminal();
    recorded.receive("IAC WILL TTYPE IAC DONT EOR IAC WILL NAWS IAC DONT CHARSET IAC DONT MCCP2");
    recorded.receive("IAC SB TTYPE NUL '%s' IAC SE ".formatted(type).repeat(2).strip());
    assertThat(recorded.heard()).endsWith("IAC DO BINARY IAC DO NEW_ENVIRON");
    assertThat(recorded.ready).isFalse();
    recorded.receive("IAC WILL BINARY IAC WONT NEW_ENVIRON");
    assertThat(recorded.ready).isTrue();
    recorded.receive("'é' LF 'x' CR");
    assertThat(recorded.lines).containsExactly("é", "x");
  }

  @Test
  void whoAnswersOverASlowLineIsAskedForTheSameLate() {
    RecordedTerminal recorded = new RecordedTerminal();
    recorded.receive("IAC WILL TTYPE");
    recorded.terminal.start();
    recorded.receive("IAC DONT CHARSET IAC SB TTYPE NUL 'XTERM' IAC SE");
    assertThat(recorded.heard()).doesNotContain("BINARY").doesNotContain("NEW_ENVIRON");
    recorded.receive("IAC SB TTYPE NUL 'XTERM' IAC SE");
    assertThat(recorded.heard()).isEqualTo("IAC DO BINARY IAC DO NEW_ENVIRON");
    recorded.receive("IAC WONT BINARY IAC WONT NEW_ENVIRON IAC NOP");
    assertThat(recorded.heard()).as("asked once").isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"DO EOR|IAC EOR", "DONT EOR|IAC GA", "DONT EOR IAC DO SGA|"})
  void everyPromptIsMarkedAsTheClientCan(String row) {
    String answer = row.substring(0, row.indexOf('|'));
    String mark = row.substring(row.indexOf('|') + 1);
    RecordedTerminal recorded = new RecordedTerminal();
    recorded.receive("IAC WONT TTYPE IAC WONT NAWS IAC DONT CHARSET IAC DONT MCCP2 IAC " + answer);
    recorded.heard();
    recorded.terminal.ask("> ");
    assertThat(recorded.heard()).isEqualTo(("'> ' " + mark).strip());
  }

  @Test
  void aPromptThatCameTooEarlyIsMarkedLate() {
    RecordedTerminal recorded = new RecordedTerminal();
    recorded.terminal.start();
    recorded.terminal.ask("name? ");
    recorded.heard();
    recorded.receive("IAC WONT TTYPE IAC WONT NAWS IAC DONT CHARSET IAC DONT MCCP2 IAC DO EOR");
    assertThat(recorded.heard()).isEqualTo(MORE_OFFERS + " IAC EOR");
  }

  @Test
  void othersDoingsStandOnALineOfTheirOwnAndThePromptComesAgain() {
    RecordedTerminal recorded = RecordedTerminal.of("");
    recorded.terminal.ask("> ");
    recorded.terminal.tell(TextKind.EVENT, List.of(Line.of("Bea takes the lamp.")));
    recorded.terminal.ask("> ");
    recorded.terminal.ask("> ");
    assertThat(recorded.heard())
        .isEqualTo("'> ' IAC GA CR LF 'Bea takes the lamp.' CR LF '> ' IAC GA");
  }

  @Test
  void anAnswerFollowsTheLineThatTheClientEchoed() {
    RecordedTerminal recorded = RecordedTerminal.of("");
    recorded.terminal.ask("> ");
    recorded.receive("'look' CR LF");
    recorded.terminal.tell(TextKind.ROOM, List.of(Line.of("The yard.")));
    assertThat(recorded.heard()).isEqualTo("'> ' IAC GA 'The yard.' CR LF");
  }

  @Test
  void passwordsAreUnseenAgainAndAgainThoughTheClientNeverConfirmsTheEnd() {
    RecordedTerminal recorded = RecordedTerminal.of("");
    for (int i = 0; i < 2; i++) {
      recorded.terminal.askUnseen("password? ");
      recorded.receive("IAC DO ECHO 'secret' CR LF");
      assertThat(recorded.heard())
          .isEqualTo("IAC WILL ECHO 'password? ' IAC GA IAC WONT ECHO CR LF");
    }
    assertThat(recorded.lines).containsExactly("secret", "secret");
  }

  @Test
  void passwordsAreUnseenThoughTheClientAnswersEverythingLate() {
    RecordedTerminal recorded = RecordedTerminal.of("");
    recorded.terminal.askUnseen("password? ");
    recorded.receive("'wrong' CR LF");
    recorded.terminal.askUnseen("password? ");
    recorded.receive("IAC DO ECHO IAC DONT ECHO IAC DO ECHO 'right' CR LF IAC DONT ECHO");
    assertThat(recorded.heard())
        .isEqualTo(
            "IAC WILL ECHO 'password? ' IAC GA IAC WONT ECHO CR LF "
                + "IAC WILL ECHO 'password? ' IAC GA IAC WONT ECHO CR LF");
  }

  @Test
  void inCharacterModeKeysAreEchoedErasedAndDrawnAgain() {
    RecordedTerminal recorded = RecordedTerminal.of("IAC DO SGA IAC DO ECHO");
    recorded.terminal.ask("> ");
    recorded.receive("'go é漢' DEL 'x'");
    recorded.terminal.tell(TextKind.EVENT, List.of(Line.of("A bell rings.")));
    recorded.terminal.ask("> ");
    recorded.receive("CR NUL");
    assertThat(recorded.heard())
        .isEqualTo(
            "'> ' 'go é漢' BS ' ' BS BS ' ' BS 'x' CR LF 'A bell rings.' CR LF '> go éx' CR LF"
                .replace("'> ' '", "'> "));
    assertThat(recorded.lines).containsExactly("go éx");
  }

  @Test
  void inCharacterModePasswordsAreNotEchoed() {
    RecordedTerminal recorded = RecordedTerminal.of("IAC DO SGA IAC DO ECHO");
    recorded.terminal.askUnseen("password? ");
    recorded.receive("'secret' CR NUL");
    assertThat(recorded.heard()).isEqualTo("'password? ' CR LF");
    assertThat(recorded.lines).containsExactly("secret");
  }

  @Test
  void colourClientsGetTheLineErasedAndTheWordsColoured() {
    RecordedTerminal recorded = new RecordedTerminal();
    recorded.receive(
        "IAC WILL TTYPE IAC SB TTYPE NUL 'PUTTY' IAC SE IAC SB TTYPE NUL 'PUTTY' IAC SE IAC DO SGA"
            + " IAC DO ECHO IAC DO EOR IAC WONT NAWS IAC DONT CHARSET IAC DONT MCCP2");
    recorded.terminal.start();
    recorded.terminal.ask("> ");
    recorded.heard();
    recorded.receive("'lo'");
    recorded.terminal.tell(
        TextKind.EVENT,
        List.of(
            new Line(List.of(new Span(Span.Kind.PLAYER, "bea", "Bea"), Span.plain(" waves.")))));
    recorded.terminal.ask("> ");
    assertThat(recorded.heard())
        .isEqualTo("'lo' CR ESC '[K' ESC '[32mBea' ESC '[0m waves.' CR LF '> lo' IAC EOR");
  }

  @Test
  void aDumbTerminalGetsNoEscapes() {
    RecordedTerminal recorded = new RecordedTerminal();
    recorded.receive(
        "IAC WILL TTYPE IAC SB TTYPE NUL 'DUMB' IAC SE IAC SB TTYPE NUL 'DUMB' IAC SE");
    recorded.terminal.start();
    recorded.heard();
    recorded.terminal.tell(TextKind.HINT, List.of(Line.of("Look up.")));
    assertThat(recorded.heard()).isEqualTo("'Look up.' CR LF");
  }

  @Test
  void compressionStartsBehindItsMarkAndEndsBeforeItsRefusal() throws DataFormatException {
    for (boolean byClient : new boolean[] {true, false}) {
      RecordedTerminal recorded = new RecordedTerminal();
      recorded.receive("IAC WONT TTYPE IAC DONT EOR IAC WONT NAWS IAC DONT CHARSET");
      recorded.heard();
      recorded.receive("IAC DO MCCP2");
      assertThat(recorded.heard()).isEqualTo("IAC SB MCCP2 IAC SE");
      recorded.terminal.ask("> ");
      byte[] first = recorded.terminal.drain();
      recorded.receive(byClient ? "IAC DONT MCCP2" : "IAC NOP");
      byte[] last = byClient ? recorded.terminal.drain() : recorded.terminal.close();

      Inflater inflater = new Inflater();
      byte[] plain = new byte[100];
      inflater.setInput(first);
      int count = inflater.inflate(plain);
      assertThat(Script.words(Arrays.copyOf(plain, count))).isEqualTo("'> ' IAC GA");
      inflater.setInput(last);
      assertThat(inflater.inflate(plain)).isZero();
      assertThat(inflater.finished()).as("the stream is whole").isTrue();
      byte[] rest = Arrays.copyOfRange(last, last.length - inflater.getRemaining(), last.length);
      assertThat(Script.words(rest)).isEqualTo(byClient ? "IAC WONT MCCP2" : "");
      recorded.terminal.tell(TextKind.EVENT, List.of(Line.of("Plain.")));
      assertThat(recorded.heard()).isEqualTo("CR LF 'Plain.' CR LF");
    }
  }

  @Test
  void proseIsWrappedToTheWindow() {
    RecordedTerminal recorded =
        RecordedTerminal.of("IAC WILL NAWS IAC SB NAWS NUL x15 NUL x18 IAC SE");
    recorded.terminal.tell(
        TextKind.ROOM, List.of(Line.of("The mill wheel turns slowly, as it always did.")));
    assertThat(recorded.heard())
        .isEqualTo("'The mill wheel turns' CR LF 'slowly, as it always' CR LF 'did.' CR LF");
    recorded.receive(
        "IAC SB NAWS NUL NUL NUL NUL IAC SE IAC SB NAWS IAC IAC IAC IAC NUL x18 IAC SE");
    recorded.terminal.tell(TextKind.ROOM, List.of(Line.of("x".repeat(300))));
    assertThat(recorded.heard())
        .isEqualTo("'" + "x".repeat(249) + "' CR LF '" + "x".repeat(51) + "' CR LF");
  }

  @Test
  void asciiClientsGetLettersWithoutAccents() {
    RecordedTerminal recorded = RecordedTerminal.of("IAC DO CHARSET IAC SB CHARSET x03 IAC SE");
    recorded.heard();
    recorded.terminal.tell(TextKind.SPEECH, List.of(Line.of("“Café” — 漢… Łódź → ñ œuvre")));
    assertThat(recorded.heard()).isEqualTo("'\"Cafe\" - ?... Lodz -> n oeuvre' CR LF");
  }

  @Test
  void controlCharactersInProseNeverReachTheWire() {
    RecordedTerminal recorded = RecordedTerminal.of("");
    recorded.terminal.tell(TextKind.SPEECH, List.of(Line.of("a\u001b[2Jb\rc\u009bd\u007fe\tf")));
    assertThat(recorded.heard()).isEqualTo("'a[2Jbcde f' CR LF");
  }

  @Test
  void areYouThereIsAnsweredVisibly() {
    RecordedTerminal recorded = RecordedTerminal.of("");
    recorded.terminal.ask("> ");
    recorded.receive("IAC AYT");
    assertThat(recorded.heard()).isEqualTo("'> ' IAC GA CR LF '[yes]' CR LF '> ' IAC GA");
  }

  @Test
  void onlyWhoSpeaksTelnetIsKeptAliveAndOnlyIfItIsWanted() {
    RecordedTerminal bare = new RecordedTerminal();
    bare.heard();
    bare.terminal.keepAlive();
    assertThat(bare.heard()).isEmpty();
    RecordedTerminal recorded = RecordedTerminal.of("");
    recorded.terminal.keepAlive();
    assertThat(recorded.heard()).isEqualTo("IAC NOP");
    recorded.terminal.settings().set(Setting.KEEPALIVE, "off");
    recorded.terminal.keepAlive();
    assertThat(recorded.heard()).isEmpty();
  }

  @Test
  void aLineThatIsTooLongIsReportedAndTheNextOneWorks() {
    RecordedTerminal recorded = RecordedTerminal.of("");
    recorded.receive("'" + "a".repeat(LineEditor.MAX_BYTES) + "' LF");
    assertThat(recorded.lines).containsExactly("a".repeat(LineEditor.MAX_BYTES));
    recorded.receive("'" + "é".repeat(LineEditor.MAX_BYTES) + "' LF 'look' LF");
    assertThat(recorded.lines.subList(1, 3)).containsExactly("(too long)", "look");
  }

  @Test
  void anEndlessSubnegotiationIsNotKeptAndEndsTheConnection() {
    RecordedTerminal recorded = RecordedTerminal.of("");
    recorded.receive("IAC SB xC9");
    recorded.receive("x".repeat(TelnetParser.MAX_SKIPPED - 1).getBytes(StandardCharsets.US_ASCII));
    assertThat(recorded.flooded).isFalse();
    recorded.receive("'xx'");
    assertThat(recorded.flooded).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomBytesAreSurvivedAndNeverAnsweredWithMoreThanTheyAre(long seed) {
    Random random = new Random(seed);
    RecordedTerminal recorded = RecordedTerminal.of("");
    byte[] noise = new byte[20_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (random.nextInt(3) == 0 ? 239 + random.nextInt(17) : random.nextInt(256));
    }
    recorded.heard();
    recorded.receive(noise);
    recorded.receive("IAC SE LF");
    recorded.lines.clear();
    recorded.receive("'look' LF");
    assertThat(recorded.lines).as("seed " + seed).containsExactly("look");
  }

  @Test
  void aClientThatAnswersEverythingMakesNoLoop() {
    RecordedTerminal recorded = new RecordedTerminal();
    int sent = 0;
    String answer = "IAC DO SGA IAC DO x22 IAC WILL x22 IAC DONT ECHO";
    for (int round = 0; round < 50 && !answer.isEmpty(); round++) {
      recorded.receive(answer);
      String heard = recorded.heard();
      sent += heard.isEmpty() ? 0 : heard.split(" ", -1).length / 3;
      answer =
          Stream.of(heard.split("(?= ?IAC)", -1))
              .map(String::strip)
              .filter(command -> command.matches("IAC (DO|DONT|WILL|WONT) .*"))
              .map(TerminalTest::opposite)
              .reduce("", (a, b) -> (a + " " + b).strip());
    }
    assertThat(answer).isEmpty();
    assertThat(sent).isLessThan(30);
  }

  /** What a client says that answers every command, needed or not. */
  private static String opposite(String command) {
    String[] words = command.split(" ", -1);
    String verb =
        switch (words[1]) {
          case "DO" -> "WILL";
          case "DONT" -> "WONT";
          case "WILL" -> "DO";
          default -> "DONT";
        };
    return "IAC " + verb + " " + words[2];
  }
}

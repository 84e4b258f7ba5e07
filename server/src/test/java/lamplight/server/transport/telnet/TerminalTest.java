package lamplight.server.transport.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.engine.telnet.Environment;
import lamplight.engine.telnet.TelnetOption;
import lamplight.engine.telnet.TelnetParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes in, bytes and lines out; each row of the table is cut at every point. */
class TerminalTest {
  private static final Workshop WORKSHOP = new Workshop();
  private static final String OFFERS = "IAC DO TTYPE IAC WILL MSSP";
  private static final String MORE_OFFERS =
      "IAC WILL EOR IAC DO NAWS IAC WILL CHARSET IAC WILL MCCP2 IAC WILL GMCP";
  private static final String REFUSES_ALL =
      "IAC WONT TTYPE IAC DONT EOR IAC WONT NAWS IAC DONT CHARSET IAC DONT MCCP2";

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
            MORE_OFFERS + " IAC SB TTYPE x01 IAC SE IAC SB TTYPE x01 IAC SE IAC DO NEW_ENVIRON"),
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
            MORE_OFFERS + " IAC SB CHARSET x01 ';UTF-8;US-ASCII' IAC SE"),
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
    Session session = new Session();
    int from = 0;
    for (int cut : cuts) {
      session.receive(Arrays.copyOfRange(bytes, from, cut));
      from = cut;
    }
    session.terminal.start();
    String at = name + ", cut at " + Arrays.toString(cuts);
    assertThat(session.lines).as(at).isEqualTo(lines);
    assertThat(session.heard()).as(at).isEqualTo(OFFERS + " " + (out.isEmpty() ? "CR LF" : out));
  }

  @Test
  void bareSocketsSeeTwoOffersOnALineOfTheirOwn() {
    Session session = new Session();
    session.terminal.start();
    session.terminal.ask("name? ");
    assertThat(session.heard()).isEqualTo(OFFERS + " CR LF 'name? '");
  }

  @Test
  void startsWhenAllOffersAreAnswered() {
    Session session = new Session();
    session.receive("IAC WONT TTYPE IAC DONT EOR IAC WONT NAWS");
    assertThat(session.ready).isFalse();
    session.receive("IAC DONT CHARSET IAC DONT MCCP2");
    assertThat(session.ready).isTrue();
  }

  @Test
  void waitsForTheAnswersInSubnegotiations() {
    Session session = new Session();
    session.receive("IAC WILL TTYPE IAC DO EOR IAC WILL NAWS IAC DO CHARSET IAC DONT MCCP2");
    session.receive("IAC SB TTYPE NUL 'TINTIN++' IAC SE IAC SB TTYPE NUL 'XTERM' IAC SE");
    session.receive("IAC SB TTYPE NUL 'MTTS 271' IAC SE");
    assertThat(session.ready).isFalse();
    session.receive("IAC SB CHARSET x02 'UTF-8' IAC SE");
    assertThat(session.heard()).endsWith("IAC DO NEW_ENVIRON");
    assertThat(session.ready).isFalse();
    session.receive("IAC WILL NEW_ENVIRON");
    assertThat(session.ready).isFalse();
    session.receive("IAC SB NEW_ENVIRON NUL NUL 'CLIENT_NAME' x01 'TinTin++' IAC SE");
    assertThat(session.ready).isTrue();
    assertThat(session.terminal.client()).isEqualTo("telnet tintin++");
  }

  @Test
  void plainTelnetWithoutCharsetIsAskedForBinary() {
    Session session = new Session();
    session.receive("IAC WILL TTYPE IAC DONT EOR IAC WILL NAWS IAC DONT CHARSET IAC DONT MCCP2");
    session.receive(
        "IAC SB TTYPE NUL 'XTERM-256COLOR' IAC SE IAC SB TTYPE NUL 'XTERM-256COLOR' IAC SE");
    assertThat(session.heard()).endsWith("IAC DO BINARY IAC DO NEW_ENVIRON");
    assertThat(session.ready).isFalse();
    session.receive("IAC WILL BINARY IAC WONT NEW_ENVIRON");
    assertThat(session.ready).isTrue();
    session.receive("'é' LF 'x' CR");
    assertThat(session.lines).containsExactly("é", "x");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"DO EOR|IAC EOR", "DONT EOR|IAC GA", "DONT EOR IAC DO SGA|"})
  void everyPromptIsMarkedAsTheClientCan(String row) {
    String answer = row.substring(0, row.indexOf('|'));
    String mark = row.substring(row.indexOf('|') + 1);
    Session session = new Session();
    session.receive("IAC WONT TTYPE IAC WONT NAWS IAC DONT CHARSET IAC DONT MCCP2 IAC " + answer);
    session.heard();
    session.terminal.ask("> ");
    assertThat(session.heard()).isEqualTo(("'> ' " + mark).strip());
  }

  @Test
  void aPromptThatCameTooEarlyIsMarkedLate() {
    Session session = new Session();
    session.terminal.start();
    session.terminal.ask("name? ");
    session.heard();
    session.receive("IAC WONT TTYPE IAC WONT NAWS IAC DONT CHARSET IAC DONT MCCP2 IAC DO EOR");
    assertThat(session.heard()).isEqualTo(MORE_OFFERS + " IAC EOR");
  }

  @Test
  void othersDoingsStandOnALineOfTheirOwnAndThePromptComesAgain() {
    Session session = Session.of("");
    session.terminal.ask("> ");
    session.terminal.tell(TextKind.EVENT, List.of(Line.of("Bea takes the lamp.")));
    session.terminal.ask("> ");
    session.terminal.ask("> ");
    assertThat(session.heard())
        .isEqualTo("'> ' IAC GA CR LF 'Bea takes the lamp.' CR LF '> ' IAC GA");
  }

  @Test
  void anAnswerFollowsTheLineThatTheClientEchoed() {
    Session session = Session.of("");
    session.terminal.ask("> ");
    session.receive("'look' CR LF");
    session.terminal.tell(TextKind.ROOM, List.of(Line.of("The yard.")));
    assertThat(session.heard()).isEqualTo("'> ' IAC GA 'The yard.' CR LF");
  }

  @Test
  void passwordsAreUnseenAgainAndAgainThoughTheClientNeverConfirmsTheEnd() {
    Session session = Session.of("");
    for (int i = 0; i < 2; i++) {
      session.terminal.askUnseen("password? ");
      session.receive("IAC DO ECHO 'secret' CR LF");
      assertThat(session.heard())
          .isEqualTo("IAC WILL ECHO 'password? ' IAC GA IAC WONT ECHO CR LF");
    }
    assertThat(session.lines).containsExactly("secret", "secret");
  }

  @Test
  void passwordsAreUnseenThoughTheClientAnswersEverythingLate() {
    Session session = Session.of("");
    session.terminal.askUnseen("password? ");
    session.receive("'wrong' CR LF");
    session.terminal.askUnseen("password? ");
    session.receive("IAC DO ECHO IAC DONT ECHO IAC DO ECHO 'right' CR LF IAC DONT ECHO");
    assertThat(session.heard())
        .isEqualTo(
            "IAC WILL ECHO 'password? ' IAC GA IAC WONT ECHO CR LF "
                + "IAC WILL ECHO 'password? ' IAC GA IAC WONT ECHO CR LF");
  }

  @Test
  void inCharacterModeKeysAreEchoedErasedAndDrawnAgain() {
    Session session = Session.of("IAC DO SGA IAC DO ECHO");
    session.terminal.ask("> ");
    session.receive("'go é漢' DEL 'x'");
    session.terminal.tell(TextKind.EVENT, List.of(Line.of("A bell rings.")));
    session.terminal.ask("> ");
    session.receive("CR NUL");
    assertThat(session.heard())
        .isEqualTo(
            "'> ' 'go é漢' BS ' ' BS BS ' ' BS 'x' CR LF 'A bell rings.' CR LF '> go éx' CR LF"
                .replace("'> ' '", "'> "));
    assertThat(session.lines).containsExactly("go éx");
  }

  @Test
  void inCharacterModePasswordsAreNotEchoed() {
    Session session = Session.of("IAC DO SGA IAC DO ECHO");
    session.terminal.askUnseen("password? ");
    session.receive("'secret' CR NUL");
    assertThat(session.heard()).isEqualTo("'password? ' CR LF");
    assertThat(session.lines).containsExactly("secret");
  }

  @Test
  void colourClientsGetTheLineErasedAndTheWordsColoured() {
    Session session = new Session();
    session.receive(
        "IAC WILL TTYPE IAC SB TTYPE NUL 'PUTTY' IAC SE IAC SB TTYPE NUL 'PUTTY' IAC SE IAC DO SGA"
            + " IAC DO ECHO IAC DO EOR IAC WONT NAWS IAC DONT CHARSET IAC DONT MCCP2");
    session.terminal.ask("> ");
    session.heard();
    session.receive("'lo'");
    session.terminal.tell(
        TextKind.EVENT,
        List.of(
            new Line(List.of(new Span(Span.Kind.PLAYER, "bea", "Bea"), Span.plain(" waves.")))));
    session.terminal.ask("> ");
    assertThat(session.heard())
        .isEqualTo("'lo' CR ESC '[K' ESC '[32mBea' ESC '[0m waves.' CR LF '> lo' IAC EOR");
  }

  @Test
  void aDumbTerminalGetsNoEscapes() {
    Session session = new Session();
    session.receive("IAC WILL TTYPE IAC SB TTYPE NUL 'DUMB' IAC SE IAC SB TTYPE NUL 'DUMB' IAC SE");
    session.terminal.start();
    session.heard();
    session.terminal.tell(TextKind.HINT, List.of(Line.of("Look up.")));
    assertThat(session.heard()).isEqualTo("'Look up.' CR LF");
  }

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

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "NONE|'Bea waves.'",
        "SIXTEEN|ESC '[32mBea' ESC '[0m waves.'",
        "MANY|ESC '[38;5;114mBea' ESC '[0m waves.'",
        "TRUE|ESC '[38;2;135;215;135mBea' ESC '[0m waves.'"
      })
  void wordsAreColouredAsFarAsTheClientCan(String row) {
    String colours = row.substring(0, row.indexOf('|'));
    Ink ink = new Ink(Ink.Colours.valueOf(colours), false, false);
    Line line = new Line(List.of(new Span(Span.Kind.PLAYER, "bea", "Bea"), Span.plain(" waves.")));
    assertThat(Script.words(ink.row(TextKind.EVENT, line).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(row.substring(row.indexOf('|') + 1));
  }

  @Test
  void linksSendACommandAndAreClosed() {
    Ink ink = new Ink(Ink.Colours.NONE, false, true);
    Line line = new Line(List.of(new Span(Span.Kind.ITEM, "lamp", "brass lamp")));
    assertThat(ink.row(TextKind.ROOM, line))
        .isEqualTo("\u001b]8;;send:examine%20brass%20lamp\u001b\\brass lamp\u001b]8;;\u001b\\");
  }

  @Test
  void compressionStartsBehindItsMarkAndEndsBeforeItsRefusal() throws DataFormatException {
    for (boolean byClient : new boolean[] {true, false}) {
      Session session = new Session();
      session.receive("IAC WONT TTYPE IAC DONT EOR IAC WONT NAWS IAC DONT CHARSET");
      session.heard();
      session.receive("IAC DO MCCP2");
      assertThat(session.heard()).isEqualTo("IAC SB MCCP2 IAC SE");
      session.terminal.ask("> ");
      byte[] first = session.terminal.drain();
      session.receive(byClient ? "IAC DONT MCCP2" : "IAC NOP");
      byte[] last = byClient ? session.terminal.drain() : session.terminal.close();

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
      session.terminal.tell(TextKind.EVENT, List.of(Line.of("Plain.")));
      assertThat(session.heard()).isEqualTo("CR LF 'Plain.' CR LF");
    }
  }

  @Test
  void proseIsWrappedToTheWindow() {
    Session session = Session.of("IAC WILL NAWS IAC SB NAWS NUL x15 NUL x18 IAC SE");
    session.terminal.tell(
        TextKind.ROOM, List.of(Line.of("The mill wheel turns slowly, as it always did.")));
    assertThat(session.heard())
        .isEqualTo("'The mill wheel turns' CR LF 'slowly, as it always' CR LF 'did.' CR LF");
    session.receive(
        "IAC SB NAWS NUL NUL NUL NUL IAC SE IAC SB NAWS IAC IAC IAC IAC NUL x18 IAC SE");
    session.terminal.tell(TextKind.ROOM, List.of(Line.of("x".repeat(300))));
    assertThat(session.heard())
        .isEqualTo("'" + "x".repeat(249) + "' CR LF '" + "x".repeat(51) + "' CR LF");
  }

  @Test
  void asciiClientsGetLettersWithoutAccents() {
    Session session = Session.of("IAC DO CHARSET IAC SB CHARSET x03 IAC SE");
    session.heard();
    session.terminal.tell(TextKind.SPEECH, List.of(Line.of("“Café” — 漢… Łódź → ñ œuvre")));
    assertThat(session.heard()).isEqualTo("'\"Cafe\" - ?... Lodz -> n oeuvre' CR LF");
  }

  @Test
  void controlCharactersInProseNeverReachTheWire() {
    Session session = Session.of("");
    session.terminal.tell(TextKind.SPEECH, List.of(Line.of("a\u001b[2Jb\rc\u009bd\u007fe\tf")));
    assertThat(session.heard()).isEqualTo("'a[2Jbcde f' CR LF");
  }

  @Test
  void areYouThereIsAnsweredVisibly() {
    Session session = Session.of("");
    session.terminal.ask("> ");
    session.receive("IAC AYT");
    assertThat(session.heard()).isEqualTo("'> ' IAC GA CR LF '[yes]' CR LF '> ' IAC GA");
  }

  @Test
  void onlyWhoSpeaksTelnetIsKeptAliveAndOnlyIfItIsWanted() {
    Session bare = new Session();
    bare.heard();
    bare.terminal.keepAlive();
    assertThat(bare.heard()).isEmpty();
    Session session = Session.of("");
    session.terminal.keepAlive();
    assertThat(session.heard()).isEqualTo("IAC NOP");
    session.terminal.settings().set(Setting.KEEPALIVE, "off");
    session.terminal.keepAlive();
    assertThat(session.heard()).isEmpty();
  }

  @Test
  void aLineThatIsTooLongIsReportedAndTheNextOneWorks() {
    Session session = Session.of("");
    session.receive("'" + "a".repeat(LineEditor.MAX_BYTES) + "' LF");
    assertThat(session.lines).containsExactly("a".repeat(LineEditor.MAX_BYTES));
    session.receive("'" + "é".repeat(LineEditor.MAX_BYTES) + "' LF 'look' LF");
    assertThat(session.lines.subList(1, 3)).containsExactly("(too long)", "look");
  }

  @Test
  void anEndlessSubnegotiationIsNotKeptAndEndsTheConnection() {
    Session session = Session.of("");
    session.receive("IAC SB xC9");
    session.receive("x".repeat(TelnetParser.MAX_SKIPPED - 1).getBytes(StandardCharsets.US_ASCII));
    assertThat(session.flooded).isFalse();
    session.receive("'xx'");
    assertThat(session.flooded).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomBytesAreSurvivedAndNeverAnsweredWithMoreThanTheyAre(long seed) {
    Random random = new Random(seed);
    Session session = Session.of("");
    byte[] noise = new byte[20_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (random.nextInt(3) == 0 ? 239 + random.nextInt(17) : random.nextInt(256));
    }
    session.heard();
    session.receive(noise);
    session.receive("IAC SE LF");
    session.lines.clear();
    session.receive("'look' LF");
    assertThat(session.lines).as("seed " + seed).containsExactly("look");
  }

  @Test
  void aClientThatAnswersEverythingMakesNoLoop() {
    Session session = new Session();
    int sent = 0;
    String answer = "IAC DO SGA IAC DO x22 IAC WILL x22 IAC DONT ECHO";
    for (int round = 0; round < 50 && !answer.isEmpty(); round++) {
      session.receive(answer);
      String heard = session.heard();
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

  /** A terminal whose player only keeps what is typed. */
  private static final class Session implements Terminal.Player {
    final Terminal terminal = new Terminal(this, WORKSHOP);
    final List<String> lines = new ArrayList<>();
    final List<String> agreed = new ArrayList<>();
    boolean ready;
    boolean flooded;

    Session() {
      terminal.connected();
    }

    /** One that has refused the offers, told {@code more} and started. */
    static Session of(String more) {
      Session session = new Session();
      session.receive((REFUSES_ALL + " " + more).strip());
      session.terminal.start();
      session.heard();
      return session;
    }

    void receive(String script) {
      receive(Script.bytes(script));
    }

    void receive(byte[] bytes) {
      for (byte octet : bytes) {
        terminal.receive(octet);
      }
      terminal.received();
    }

    /** What was sent since the last call. */
    String heard() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(terminal.drain());
      return Script.words(out.toByteArray());
    }

    @Override
    public void ready() {
      ready = true;
    }

    @Override
    public void typed(String line) {
      lines.add(line);
    }

    @Override
    public void typedTooMuch() {
      lines.add("(too long)");
    }

    @Override
    public void agreed(TelnetOption option, boolean on) {
      agreed.add(option + (on ? " on" : " off"));
    }

    @Override
    public void told(TelnetOption option, byte[] body) {
      agreed.add(option + " " + Script.words(body));
    }

    @Override
    public void flood() {
      flooded = true;
    }
  }
}

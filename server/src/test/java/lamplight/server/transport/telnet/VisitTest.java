package lamplight.server.transport.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.session.SessionLimits;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.ServerMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Golden transcripts of a player at a bare socket: what is typed stands behind its prompt, what
 * goes to the server behind {@code =>}.
 */
class VisitTest {
  private final StringBuilder transcript = new StringBuilder();
  private final RecordedServer server = new RecordedServer();
  private final List<ClientMessage> sent = server.sent;
  private final Visit visit = new Visit(server, new Workshop(), ServerCard.BLANK);

  @Test
  void aPlayerLogsInLooksAroundAndPlays() {
    start();
    type("Bea");
    type("worlds");
    hear(
        new ServerMessage.World("mill", "1-4", "The Mill"),
        new ServerMessage.About("mill", Set.of("tutorial"), "ten minutes", "A mill."),
        new ServerMessage.Open("otter-42", "mill", 1, 4, "The Mill"),
        new ServerMessage.End());
    type("sessions");
    hear(
        new ServerMessage.World("mill", "1-4", "The Mill"),
        new ServerMessage.Open("otter-42", "mill", 1, 4, "The Mill"),
        new ServerMessage.End());
    type("join otter-42");
    hear(
        new ServerMessage.Session("otter-42", "bea", "copper-otter-lantern", "mill"),
        text(TextKind.ROOM, "The Yard"),
        text(TextKind.ROOM, "Geese everywhere."),
        text(TextKind.ROOM, ""),
        text(TextKind.EVENT, "Ann looks up."),
        text(TextKind.EVENT, ""));
    type("take goose");
    hear(refused(Refusal.NOT_POSSIBLE, "It has other plans."));
    hear(text(TextKind.EVENT, "Ann laughs."), text(TextKind.EVENT, ""));
    type("");
    type("leave");
    type("leave");
    hear();
    type("quit");
    hear(new ServerMessage.Bye(Farewell.BYE, "Come back soon."));
    assertTranscript(
        """

        Lamplight: text adventures that you play together.
        If you use a screen reader, type: set reader on
        What shall the others call you?
        name? Bea
        Hello, Bea. See "worlds" for what can be played, "sessions" for who plays.
        lobby> worlds
        => ListAll[]
          mill  The Mill, for 1-4 players; teaches how to play; ten minutes
        Start one with: new WORLD
        lobby> sessions
        => ListAll[]
          otter-42  The Mill, 1 of 4 seats taken
        Sit down with: join SESSION
        lobby> join otter-42
        => Join[session=otter-42, name=Bea, password=Optional.empty]
        You sit in otter-42 as bea; others come in with: join otter-42
        To take your seat again: resume copper-otter-lantern

        The Yard
        Geese everywhere.

        Ann looks up.
        > take goose
        => Command[seq=OptionalLong.empty, text=take goose]
        It has other plans.
        >\s
        Ann laughs.
        >\s
        > leave
        That gives your seat up for good; quit keeps it. Really? Type leave again.
        > leave
        => Leave[]
        You have left otter-42.
        lobby> quit
        => Bye[]
        Come back soon.
        """);
  }

  @Test
  void aNewGameCanHaveAPasswordAndQuitTellsTheWords() {
    start();
    type("Bea");
    type("new mill tea");
    hear(new ServerMessage.Session("otter-42", "bea", "copper-otter-lantern", "mill"));
    type("quit");
    hear(new ServerMessage.Bye(Farewell.BYE, "Your seat is kept."));
    assertSent("Create[world=mill, name=Bea, password=Optional[tea]]", "Bye[]");
    assertThat(transcript)
        .endsWith("Your seat is kept.\nTo take your seat again: resume copper-otter-lantern\n");
  }

  @Test
  void aLockedGameAsksForThePasswordUnseenUntilItIsRightOrGivenUp() {
    start();
    type("Bea");
    type("join otter-42");
    hear(refused(Refusal.WRONG_PASSWORD, "This game has a password."));
    assertThat(transcript)
        .endsWith("otter-42 has a password; Enter alone goes back.\n\u00ff\u00fb\u0001password? ");
    type("coffee");
    hear(refused(Refusal.WRONG_PASSWORD, "That is not the password."));
    assertThat(transcript)
        .endsWith(
            "That is not the password. Try again, or press Enter to go back.\n"
                + "\u00ff\u00fb\u0001password? ");
    type("");
    assertThat(transcript).endsWith("lobby> ");
    assertSent(
        "Join[session=otter-42, name=Bea, password=Optional.empty]",
        "Join[session=otter-42, name=Bea, password=Optional[coffee]]");
  }

  @Test
  void aRefusedNameIsAskedForAgainAndTheOrderCarriedOut() {
    start();
    type("Bea");
    type("join otter-42 tea");
    hear(refused(Refusal.NAME_TAKEN, "There is a Bea already."));
    type("a b");
    type("Béa");
    hear(refused(Refusal.NAME_TAKEN, "There is a Bea already."));
    type("");
    type("name Cat");
    type("join otter-42");
    assertSent(
        "Join[session=otter-42, name=Bea, password=Optional[tea]]",
        "Join[session=otter-42, name=Béa, password=Optional[tea]]",
        "Join[session=otter-42, name=Cat, password=Optional.empty]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "?      | Type a name for yourself, such as Bea.",
        "help   | Type a name for yourself, such as Bea.",
        "you    | Commands mean somebody else by \"you\"; choose another name.",
        "2b     | A name has 1 to 20 letters, digits, - or ', and begins with a letter",
        "new mill                    | A name has 1 to 20 letters",
        "copper-otter-antelope-brush | A name has 1 to 20 letters",
      })
  void whatIsNoNameIsRefusedAtOnce(String typed, String answer) {
    start();
    type(typed);
    assertThat(transcript.substring(transcript.indexOf("name? "))).contains(answer);
    assertThat(transcript).endsWith("name? ");
    type("Bea");
    assertThat(transcript).contains("Hello, Bea.");
    type("name " + typed.split(" ", -1)[0]);
    assertThat(transcript).endsWith("lobby> ");
    assertThat(sent).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "red-ox-lamp | To take your seat again, type: resume red-ox-lamp",
        "werlds            | did you mean \"worlds\"?",
        "play              | Type it so: new WORLD [PASSWORD]",
        "?                 | start a game for yourself and your friends",
        "dance             | \"help\" lists what you can type.",
        "join              | Type it so: join SESSION [PASSWORD]",
      })
  void inTheLobbyEverythingIsAnswered(String typed, String answer) {
    start();
    type("Bea");
    type(typed);
    assertThat(transcript).contains(answer).endsWith("lobby> ");
  }

  @Test
  void rejoinWordsThatPassForANameAreRecognized() {
    start();
    type("red-ox-lamp");
    assertThat(transcript).contains("type: resume red-ox-lamp").endsWith("lobby> ");
  }

  @Test
  void linesTypedAheadWaitForTheAnswerThatDecidesWhatTheyMean() {
    start();
    type("Bea");
    type("join otter-42");
    type("look");
    assertSent("Join[session=otter-42, name=Bea, password=Optional.empty]");
    hear(new ServerMessage.Session("otter-42", "bea", "w", "mill"));
    hear(text(TextKind.ROOM, "The Yard"));
    type("join otter-42");
    assertSent(
        "Join[session=otter-42, name=Bea, password=Optional.empty]",
        "Command[seq=OptionalLong.empty, text=look]",
        "Command[seq=OptionalLong.empty, text=join otter-42]");
  }

  @Test
  void resumeWorksInsteadOfANameToo() {
    start();
    type("resume copper-otter-lantern");
    hear(refused(Refusal.WRONG_TOKEN, "No seat has these words."));
    assertThat(transcript).endsWith("No seat has these words.\nlobby> ");
    assertSent(
        "Resume[session=, token=copper-otter-lantern, position=Optional.empty,"
            + " lastText=OptionalLong.empty]");
  }

  @Test
  void unknownWordsAreAnsweredWithTheNearestOne() {
    start();
    type("Bea");
    type("wrolds");
    type("dance");
    type("join");
    type("help");
    assertTranscript(
        """

        Lamplight: text adventures that you play together.
        If you use a screen reader, type: set reader on
        What shall the others call you?
        name? Bea
        Hello, Bea. See "worlds" for what can be played, "sessions" for who plays.
        lobby> wrolds
        There is no "wrolds" here; did you mean "worlds"?
        lobby> dance
        There is no "dance" here; "help" lists what you can type.
        lobby> join
        Type it so: join SESSION [PASSWORD]
        lobby> help
          worlds                   the worlds that can be played
          sessions                 the games that are open
          new WORLD [PASSWORD]     start a game for yourself and your friends
          join SESSION [PASSWORD]  sit down at an open game
          resume WORDS             take your old seat again, with its three words
          name NAME                call yourself something else
          set [NAME [VALUE]]       colours, width, prompt and more as you like them
          help                     this list
          quit                     end the connection
        lobby> \
        """);
    assertSent();
  }

  @Test
  void aScreenReaderIsSparedThePromptsThatAskNothing() {
    start();
    type("set reader on");
    type("Bea");
    type("dance");
    type("help");
    assertTranscript(
        """

        Lamplight: text adventures that you play together.
        If you use a screen reader, type: set reader on
        What shall the others call you?
        name? set reader on
        reader is on now.
        name? Bea
        Hello, Bea. See "worlds" for what can be played, "sessions" for who plays.
        dance
        There is no "dance" here; "help" lists what you can type.
        help
        worlds: the worlds that can be played
        sessions: the games that are open
        new WORLD [PASSWORD]: start a game for yourself and your friends
        join SESSION [PASSWORD]: sit down at an open game
        resume WORDS: take your old seat again, with its three words
        name NAME: call yourself something else
        set [NAME [VALUE]]: colours, width, prompt and more as you like them
        help: this list
        quit: end the connection
        """);
  }

  @Test
  void linesThatComeBeforeTheGreetingWaitForIt() {
    visit.terminal().connected();
    type("Bea");
    type("worlds");
    assertSent();
    transcript.setLength(0);
    visit.terminal().start();
    visit.goOn();
    read();
    assertThat(transcript).contains("name? Bea\nHello, Bea.").endsWith("lobby> worlds\n");
    assertSent("ListAll[]");
  }

  @Test
  void whatWasTypedAheadIsRepeatedBehindItsPrompt() {
    start();
    type("Bea");
    type("join otter-42");
    type("look");
    type("east");
    hear(new ServerMessage.Session("otter-42", "bea", "w", "mill"), text(TextKind.ROOM, "Yard"));
    hear(text(TextKind.ROOM, "Yard again"));
    hear(text(TextKind.ROOM, "Pond"));
    assertThat(transcript)
        .endsWith("Yard\n> look\nYard again\n> east\nPond\n> ")
        .doesNotContain("ahead");
  }

  @Test
  void aPasswordTypedAheadIsNotRepeated() {
    start();
    type("Bea");
    type("join otter-42");
    type("coffee");
    hear(refused(Refusal.WRONG_PASSWORD, "This game has a password."));
    assertThat(transcript).endsWith("password? \u00ff\u00fc\u0001\n");
  }

  @Test
  void aPastedScriptIsTakenInTurnAndNothingOfItIsLost() {
    seated();
    int lines = 2_000;
    for (int i = 0; i < lines; i++) {
      type("say " + i);
    }
    assertThat(server.reading).isFalse();
    assertThat(transcript).containsOnlyOnce("You are far ahead of the game");
    long started = server.now;
    while (commands() < lines) {
      hear(text(TextKind.SPEECH, "You say something."));
      server.now = Math.max(server.now, server.wake.orElse(0));
      visit.goOn();
    }
    hear();
    long paced = (lines - SessionLimits.COMMAND_BURST) * SessionLimits.COMMAND_MILLIS;
    assertThat(server.now - started).as("milliseconds").isGreaterThanOrEqualTo(paced);
    assertThat(server.reading).isTrue();
    assertThat(server.hungUp).isFalse();
    assertThat(sent.get(sent.size() - 1).toString()).contains("say 1999");
  }

  @Test
  void whatCameTooFastIsSaidAgainBeforeWhatWasTypedBehindIt() {
    seated();
    type("say one");
    type("say two");
    transcript.setLength(0);
    hear(refused(Refusal.RATE_LIMITED, "The others cannot read so fast."));
    assertThat(transcript.toString()).as("nothing is to be read of it").isEmpty();
    visit.show(List.of(text(TextKind.EVENT, "Rain.")), false);
    assertThat(server.wake).hasValue(server.now + Visit.AGAIN_MILLIS);
    sent.clear();
    server.now += Visit.AGAIN_MILLIS;
    visit.goOn();
    assertSent("Command[seq=OptionalLong.empty, text=say one]");
    hear(text(TextKind.SPEECH, "You say, one."));
    assertSent(
        "Command[seq=OptionalLong.empty, text=say one]",
        "Command[seq=OptionalLong.empty, text=say two]");
  }

  @Test
  void whatOthersDoIsNoAnswer() {
    seated();
    type("leave");
    type("leave");
    visit.show(List.of(text(TextKind.EVENT, "Rain.")), false);
    read();
    assertThat(transcript).doesNotContain("You have left");
    hear();
    assertThat(transcript).endsWith("You have left otter-42.\nlobby> ");
  }

  @Test
  void whatNobodyPastesIsCutOff() {
    seated();
    for (int i = 0; i < 1_000 && !server.hungUp; i++) {
      type("say " + "x".repeat(1_000));
    }
    assertThat(server.hungUp).isTrue();
    assertThat(transcript).endsWith("This connection ends now.\n");
  }

  @Test
  void aClientThatHasSaidAllIsAnsweredToTheEnd() {
    seated();
    type("look");
    type("east");
    visit.ended();
    hear(text(TextKind.ROOM, "Yard"));
    hear(text(TextKind.ROOM, "Pond"));
    assertThat(sent.get(sent.size() - 1)).isEqualTo(new ClientMessage.Bye());
  }

  private void seated() {
    start();
    type("Bea");
    type("new mill");
    hear(new ServerMessage.Session("otter-42", "bea", "copper-otter-lantern", "mill"));
  }

  private long commands() {
    return sent.stream().filter(ClientMessage.Command.class::isInstance).count();
  }

  private void start() {
    visit.terminal().connected();
    visit.terminal().drain();
    visit.terminal().start();
    read();
  }

  private void type(String line) {
    int before = sent.size();
    transcript.append(line).append('\n');
    for (byte octet : (line + "\n").getBytes(StandardCharsets.UTF_8)) {
      visit.terminal().receive(octet);
    }
    visit.terminal().received();
    read();
    sent.stream()
        .skip(before)
        .forEach(message -> transcript.append("=> ").append(message(message)).append('\n'));
  }

  private void hear(ServerMessage... messages) {
    server.answer(visit, List.of(messages));
    read();
  }

  private void read() {
    String bytes = new String(visit.terminal().drain(), StandardCharsets.ISO_8859_1);
    transcript.append(bytes.replace("\r\n", "\n"));
  }

  private void assertTranscript(String expected) {
    assertThat(transcript.toString()).isEqualTo(expected);
  }

  private void assertSent(String... messages) {
    assertThat(sent.stream().map(VisitTest::message)).containsExactly(messages);
  }

  private static String message(ClientMessage message) {
    return message.toString().replaceFirst("^.*\\$", "");
  }

  private static ServerMessage text(TextKind kind, String words) {
    return new ServerMessage.Text(1, kind, Line.of(words));
  }

  private static ServerMessage refused(Refusal code, String words) {
    return new ServerMessage.Refused(OptionalLong.empty(), code, words);
  }
}

package lamplight.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.WorldId;
import lamplight.engine.sync.Known.Presence;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LobbyTest {

  private final House house = new House(7);
  private final House.Plug bea = house.plug();

  @Test
  void whoSaysHelloIsTheWelcomeWithWhatIsGranted() {
    assertThat(bea.say("HELLO:1:nc:markup,binary,deflate,quiet,teleport").hears())
        .containsExactly("WELCOME:1:test:deflate,binary,markup,quiet");
  }

  @Test
  void anotherHelloChangesAllButThatTheStreamIsDeflated() {
    bea.say("HELLO:1:nc:deflate,quiet", "HELLO:1:nc:live");
    assertThat(bea.messages)
        .extracting(message -> ((ServerMessage.Welcome) message).capabilities())
        .containsExactly(
            Set.of(Capability.DEFLATE, Capability.QUIET),
            Set.of(Capability.DEFLATE, Capability.LIVE));
  }

  @Test
  void theWorldsAndTheOpenSessionsAreListed() {
    bea.say("CREATE:toy:Bea");
    String code = bea.seat()[1];
    house.plug().say("CREATE:toy:Al:plum");
    String locked =
        house.sessions.keySet().stream().map(SessionId::code).reduce((a, b) -> b).orElseThrow();

    assertThat(house.plug().say("LIST").hears())
        .containsExactly(
            "WORLD:toy:1-3:The Toy",
            "OPEN:" + code + ":toy:1:3:The Toy",
            "OPEN:" + locked + ":toy:1:3:The Toy (password)",
            "END");
    assertThat(bea.say("LIST").hears()).as("from a seat, too").contains("END");
  }

  @Test
  void aWorldTellsWhatItIsAbout() {
    Offer mill =
        new Offer(new WorldId("mill"), "The Mill", 1, 4, true, "ten minutes", "It: stops.");
    Lobby lobby = new Lobby("server", List.of(mill, House.TOY), new Random(1));
    assertThat(
            lobby.receive(Link.of(1, LinkKind.SYNC), new ClientMessage.ListAll(), 0).stream()
                .map(output -> ((Output.Send) output).message()))
        .containsExactly(
            new ServerMessage.World("mill", "1-4", "The Mill"),
            new ServerMessage.About(
                "mill", Set.of(ServerMessage.About.TUTORIAL), "ten minutes", "It: stops."),
            new ServerMessage.World("toy", "1-3", "The Toy"),
            new ServerMessage.End());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE:nowhere:Bea | ERROR:unknown_world:There is no world "nowhere"; there is toy.
          CREATE:toy:two words | ERROR:bad_name:A name has 1 to 20 letters, digits, - or ', and begins with a letter, such as Bea or O'Malley.
          JOIN:otter-42:Bea | ERROR:unknown_session:There is no game "otter-42" here.
          RESUME:otter-42:f00d | ERROR:unknown_session:There is no game "otter-42" here.
          RESUME::copper-otter-lantern | ERROR:wrong_token:No seat is kept under these words.
          CMD#3:look | ERROR#3:not_in_session:You have no seat yet: LIST, then CREATE:<world>:<player> or JOIN:<session>:<player>.
          LEAVE | ERROR:not_in_session:You have no seat yet: LIST, then CREATE:<world>:<player> or JOIN:<session>:<player>.
          PING:7 | PONG:7
          """)
  void whatCannotBeIsRefusedWithAReason(String line, String answer) {
    assertThat(bea.say(line).hears()).containsExactly(answer);
    assertThat(house.sessions).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bea", "bea", "O'Malley", "Zoë", "Jean-Luc", "B2", "Ада"})
  void aNameIsLettersDigitsHyphenAndApostrophe(String name) {
    assertThat(PlayerName.of(name)).contains(new PlayerName(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2b",
        "-x",
        "a b",
        "abcdefghijklmnopqrstu",
        "you",
        "Party",
        "a_b",
        "a:b",
        "x<y>",
        "\u3164",
        "Bea\u202E",
        "Be\u200Da",
        "B\u0336\u0336\u0336\u0336\u0336\u0336\u0336\u0336"
      })
  void otherNamesAreNone(String name) {
    assertThat(PlayerName.of(name)).isEqualTo(Optional.empty());
  }

  @Test
  void whoSaysByeIsLetGo() {
    assertThat(bea.say("BYE").hears()).containsExactly("BYE:bye:Come back soon.");
    assertThat(bea.closed).isTrue();
  }

  @Test
  void whoGuessesTooOftenIsLetGo() {
    for (int i = 1; i < SessionLimits.WRONG_SECRETS; i++) {
      bea.say("RESUME::a-b-c");
    }
    assertThat(bea.closed).isFalse();
    assertThat(bea.say("RESUME::a-b-c").hears())
        .last()
        .isEqualTo("BYE:abuse:That was wrong too often.");
    assertThat(bea.closed).isTrue();
  }

  @Test
  void messagesInTheLobbyAreLimited() {
    for (int i = 0; i < SessionLimits.LOBBY_BURST; i++) {
      bea.say("PING");
    }
    bea.hears();
    assertThat(bea.say("PING").hears()).containsExactly("ERROR:rate_limited:That was too fast.");
    house.now += SessionLimits.LOBBY_MILLIS;
    assertThat(bea.say("PING").hears()).containsExactly("PONG");
  }

  private static final List<String> FULL =
      List.of("ERROR:server_full:This server holds no more games; join one that is open.");

  @Test
  void theServerKeepsALimitedNumberOfSessions() {
    for (int i = 0; i < SessionLimits.KEPT_SESSIONS; i++) {
      assertThat(house.lobby.open("toy", Optional.empty())).isPresent();
    }
    assertThat(bea.say("CREATE:toy:Bea").hears()).isEqualTo(FULL);
  }

  @Test
  void sessionsThatNobodyPlaysKeepNobodyOutAndThoseThatArePlayedAreListedFirst() {
    for (int i = 0; i < SessionLimits.SESSIONS; i++) {
      house.lobby.update(session("idle-" + i, Presence.Where.AWAY));
    }
    for (int i = 1; i < SessionLimits.SESSIONS; i++) {
      house.lobby.update(session("busy-" + i, Presence.Where.HERE));
    }
    assertThat(bea.say("LIST").hears())
        .filteredOn(line -> line.startsWith("OPEN:"))
        .hasSize(SessionLimits.LISTED_SESSIONS)
        .allMatch(line -> line.startsWith("OPEN:busy-"));
    assertThat(house.lobby.open("toy", Optional.empty())).isPresent();
    house.lobby.update(session("busy-0", Presence.Where.HERE));
    assertThat(bea.say("CREATE:toy:Bea").hears()).isEqualTo(FULL);
  }

  private static Output.Summary session(String code, Presence.Where where) {
    PlayerId al = new PlayerId("al");
    return new Output.Summary(
        new SessionSummary(
            new SessionId(code),
            House.TOY.world(),
            "Toy",
            false,
            Optional.of(al),
            List.of(new SessionSummary.SeatSummary(al, "Al", where, LinkKind.SYNC)),
            4,
            1),
        Set.of(code));
  }

  @Test
  void theWordsOfACodeAndOfASeatAreMany() {
    assertThat(List.of(Words.ADJECTIVES, Words.ANIMALS, Words.THINGS))
        .allSatisfy(
            words ->
                assertThat(words)
                    .hasSizeGreaterThan(150)
                    .doesNotHaveDuplicates()
                    .allMatch(word -> word.matches("[a-z]+")));
  }
}

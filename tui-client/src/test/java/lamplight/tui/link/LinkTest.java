package lamplight.tui.link;

import static lamplight.tui.link.ScriptedServer.hash;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.TextKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
  private static final String LAMP = "ITEM:lamp:-:yard";

  @Test
  void itGreetsAndWaitsToBeAsked() {
    ScriptedServer server = new ScriptedServer();
    server.passes(0);
    assertThat(server.opened()).isEqualTo(1);
    server.connects();
    assertThat(server.heard())
        .singleElement()
        .asString()
        .startsWith("HELLO:1:lamplight-tui:")
        .contains("markup")
        .contains("quiet");
    server.says("WELCOME:1:test:markup");
    assertThat(server.news(News.Ready.class)).containsExactly(new News.Ready("test"));
    assertThat(server.heard()).isEmpty();
  }

  @Test
  void itListsWhatCanBePlayed() {
    ScriptedServer server = ScriptedServer.greeted();
    server.take(server.link.browse());
    server.says("WORLD:mill:1-4:The Mill", "OPEN:otter-42:mill:2:4:The Mill", "END");
    News.Listing listing = server.news(News.Listing.class).get(0);
    assertThat(listing.worlds())
        .singleElement()
        .satisfies(world -> assertThat(world.players()).isEqualTo("1-4"));
    assertThat(listing.open())
        .singleElement()
        .satisfies(open -> assertThat(open.session()).isEqualTo("otter-42"));
    server.take(server.link.browse());
    server.says("END");
    assertThat(server.news(News.Listing.class).get(1).worlds()).isEmpty();
  }

  @Test
  void everyBlockThatFitsIsAcknowledged() {
    ScriptedServer server = ScriptedServer.seated();
    server.says("DELTA:7:8:1:" + hash("VISITED:yard", LAMP), LAMP, "END");
    assertThat(server.heard()).containsExactly("ACK:8:" + hash("VISITED:yard", LAMP));
    News.Changed changed = server.news(News.Changed.class).get(1);
    assertThat(changed.replica().version()).isEqualTo(8);
  }

  @Test
  void aWrongHashIsNotShownAndAsksForSync() {
    ScriptedServer server = ScriptedServer.seated();
    int before = server.news(News.Changed.class).size();
    server.says("DELTA:7:8:1:00000bad", LAMP, "END");
    assertThat(server.heard()).containsExactly("SYNC_REQUEST:7:" + hash("VISITED:yard"));
    assertThat(server.news(News.Changed.class)).hasSize(before);
    server.says("SNAPSHOT:9:" + hash(LAMP), LAMP, "END");
    assertThat(server.heard()).containsExactly("ACK:9:" + hash(LAMP));
  }

  @Test
  void aGapBetweenVersionsAsksForSync() {
    ScriptedServer server = ScriptedServer.seated();
    server.says("DELTA:8:9:1:" + hash("VISITED:yard", LAMP), LAMP, "END");
    assertThat(server.heard()).containsExactly("SYNC_REQUEST:7:" + hash("VISITED:yard"));
  }

  @Test
  void aCheckOfAnIdleReplicaIsVerified() {
    ScriptedServer server = ScriptedServer.seated();
    server.says("CHECK:7:" + hash("VISITED:yard"));
    assertThat(server.heard()).isEmpty();
    server.says("CHECK:7:00000bad");
    assertThat(server.heard()).containsExactly("SYNC_REQUEST:7:" + hash("VISITED:yard"));
  }

  @Test
  void textIsToldOnceEvenIfItComesAgain() {
    ScriptedServer server = ScriptedServer.seated();
    server.says(
        "TEXT#1:room:A yard.",
        "TEXT#2:room:",
        "TEXT#1:room:A yard.",
        "TEXT#3:speech:{person:ada|Ada} nods.");
    assertThat(server.news(News.Told.class).stream().map(told -> told.line().plain()))
        .containsExactly("A yard.", "", "Ada nods.");
    assertThat(server.news(News.Told.class).get(2).kind()).isEqualTo(TextKind.SPEECH);
  }

  /** Else the token would be spent, and a line that broke just then would have lost the seat. */
  @Test
  void nothingIsSaidBetweenResumeAndItsAnswer() {
    ScriptedServer server = ScriptedServer.seated();
    server.cuts();
    server.passes(Backoff.FIRST);
    server.connects();
    server.says("WELCOME:1:test:markup,quiet");
    server.heard();
    server.passes(Heartbeat.SILENCE - 1);
    server.says("PING:x");
    assertThat(server.pinged()).isFalse();
    assertThat(server.heard()).isEmpty();
    server.says("SESSION:otter-42:ana:token2:mill");
    server.passes(1);
    assertThat(server.pinged()).isTrue();
  }

  @Test
  void aLostLineComesBackWithResumeAndItsPlace() {
    ScriptedServer server = ScriptedServer.seated();
    server.says("TEXT#1:room:A yard.", "TEXT#2:room:");
    server.cuts();
    assertThat(server.standing().state()).isEqualTo(Standing.State.WAITING);
    assertThat(server.standing().retryAt())
        .isBetween(server.now() + Backoff.FIRST / 2, server.now() + Backoff.FIRST);
    server.passes(Backoff.FIRST);
    assertThat(server.opened()).isEqualTo(2);
    server.connects();
    server.heard();
    server.says("WELCOME:1:test:markup,quiet");
    assertThat(server.heard())
        .containsExactly("RESUME:otter-42:token1:7:" + hash("VISITED:yard") + ":2");
    server.says("SESSION:otter-42:ana:token2:mill");
    assertThat(server.news(News.Seated.class).get(1).again()).isTrue();
    assertThat(server.standing().state()).isEqualTo(Standing.State.ONLINE);
    server.cuts();
    server.passes(2 * Backoff.FIRST);
    server.connects();
    server.heard();
    server.says("WELCOME:1:test:markup,quiet");
    assertThat(server.heard()).singleElement().asString().startsWith("RESUME:otter-42:token2:");
  }

  @Test
  void commandsKeepTheirNumbersOverALostLine() {
    ScriptedServer server = ScriptedServer.seated();
    server.take(server.link.command("north"));
    server.take(server.link.command("take lamp"));
    assertThat(server.heard()).containsExactly("CMD#1:north", "CMD#2:take lamp");
    server.says("OK#1");
    server.cuts();
    server.take(server.link.command("say hello: all"));
    assertThat(server.standing().unanswered()).isEqualTo(2);
    server.passes(Backoff.FIRST);
    server.connects();
    server.says("WELCOME:1:test:markup,quiet");
    server.heard();
    server.says("SESSION:otter-42:ana:token2:mill");
    assertThat(server.heard()).containsExactly("CMD#2:take lamp", "CMD#3:say hello: all");
    server.says("ERROR#2:not_here:Bo has it.", "OK#3");
    assertThat(server.standing().unanswered()).isZero();
    assertThat(server.news(News.Refused.class))
        .containsExactly(new News.Refused(OptionalLong.of(2), Refusal.NOT_HERE, "Bo has it."));
  }

  @Test
  void onlySoManyCommandsWait() {
    ScriptedServer server = ScriptedServer.seated();
    for (int i = 0; i <= Unanswered.MOST; i++) {
      server.take(server.link.command("wait"));
    }
    assertThat(server.heard()).hasSize(Unanswered.MOST);
    assertThat(server.news(News.Refused.class)).hasSize(1);
  }

  @Test
  void theWaitsGrowUpToTheLongest() {
    ScriptedServer server = ScriptedServer.seated();
    long longest = 0;
    for (int i = 0; i < 12; i++) {
      server.cuts();
      long wait = server.standing().retryAt() - server.now();
      assertThat(wait)
          .isGreaterThanOrEqualTo(Math.min(Backoff.LONGEST, Backoff.FIRST << i) / 2)
          .isLessThanOrEqualTo(Backoff.LONGEST);
      longest = Math.max(longest, wait);
      server.passes(wait);
    }
    assertThat(longest).isGreaterThanOrEqualTo(Backoff.LONGEST / 2);
    assertThat(server.opened()).isEqualTo(13);
  }

  @Test
  void aLineThatHeldIsTriedAgainAtOnce() {
    ScriptedServer server = ScriptedServer.seated();
    server.cuts();
    server.passes(Backoff.FIRST);
    server.cuts();
    server.passes(2 * Backoff.FIRST);
    server.connects();
    server.says("WELCOME:1:test:markup,quiet", "SESSION:otter-42:ana:token2:mill");
    server.passes(Heartbeat.PING_EVERY + 1);
    server.says("PONG:" + server.now());
    server.cuts();
    assertThat(server.standing().retryAt() - server.now()).isLessThanOrEqualTo(Backoff.FIRST);
  }

  @Test
  void theDelayIsMeasured() {
    ScriptedServer server = ScriptedServer.seated();
    server.passes(10);
    assertThat(server.pinged()).isTrue();
    server.says("PONG:1");
    assertThat(server.standing().delay()).isEqualTo(9);
    server.says("PONG:who knows");
    assertThat(server.standing().delay()).isEqualTo(9);
  }

  @Test
  void aServerThatFallsSilentIsLeft() {
    ScriptedServer server = ScriptedServer.seated();
    server.passes(Heartbeat.SILENCE);
    assertThat(server.hung()).isEqualTo(1);
    assertThat(server.standing().state()).isEqualTo(Standing.State.WAITING);
  }

  @Test
  void aPingIsAnswered() {
    ScriptedServer server = ScriptedServer.seated();
    server.says("PING:17");
    assertThat(server.heard()).containsExactly("PONG:17");
  }

  @Test
  void aFirstConnectionThatFailsIsFinal() {
    ScriptedServer server = new ScriptedServer();
    server.passes(0);
    server.take(server.link.lost("Nobody listens at localhost:4001.", 0));
    assertThat(server.news(News.Closed.class))
        .containsExactly(new News.Closed(true, "Nobody listens at localhost:4001."));
    assertThat(server.link.wake()).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2",
        "HTTP/1.1 400 Bad Request",
        "ERROR:unknown_message:what",
        "SESSION:a:b:c:d",
        "\u00ff\u00fb\u0001"
      })
  void aServerThatSpeaksSomethingElseIsNoneOfOurs(String line) {
    ScriptedServer server = new ScriptedServer();
    server.passes(0);
    server.connects();
    server.says(line);
    server.passes(Heartbeat.GREETING);
    assertThat(server.news(News.Closed.class))
        .singleElement()
        .satisfies(closed -> assertThat(closed.fault()).isTrue());
    assertThat(server.hung()).isEqualTo(1);
  }

  @Test
  void anotherVersionOfTheProtocolIsRefused() {
    ScriptedServer server = new ScriptedServer();
    server.passes(0);
    server.connects();
    server.says("WELCOME:2:test:");
    assertThat(server.news(News.Closed.class)).singleElement().asString().contains("version 2");
  }

  @Test
  void aSeatThatIsGoneEndsIt() {
    ScriptedServer server = ScriptedServer.seated();
    server.cuts();
    server.passes(Backoff.FIRST);
    server.connects();
    server.says("WELCOME:1:test:markup,quiet", "ERROR:unknown_session:There is no game otter-42.");
    assertThat(server.news(News.Closed.class))
        .containsExactly(new News.Closed(true, "The seat is gone: There is no game otter-42."));
  }

  @Test
  void aServerThatStopsIsWaitedForAndOneThatThrowsOutIsNot() {
    ScriptedServer stopping = ScriptedServer.seated();
    stopping.says("BYE:shutdown:The server stops.");
    assertThat(stopping.standing().state()).isEqualTo(Standing.State.WAITING);
    assertThat(stopping.news(News.Closed.class)).isEmpty();
    for (String code : List.of("kicked", "closed", "taken_over")) {
      ScriptedServer server = ScriptedServer.seated();
      server.says("BYE:" + code + ":Goodbye.");
      assertThat(server.news(News.Closed.class))
          .containsExactly(new News.Closed(false, "Goodbye."));
    }
  }

  @Test
  void whoLeavesSaysGoodbye() {
    ScriptedServer server = ScriptedServer.seated();
    server.take(server.link.bye());
    assertThat(server.heard()).containsExactly("BYE");
    assertThat(server.hung()).isEqualTo(1);
    server.cuts();
    assertThat(server.link.wake()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void brokenLinesInTheMiddleAreSurvived() {
    ScriptedServer server = ScriptedServer.seated();
    server.says(
        "TEXT#x:room:hm", "DELTA:7", "END", "WHATEVER:1", "", "OK", "TEXT#1:room:Still here.");
    assertThat(server.news(News.Told.class))
        .singleElement()
        .satisfies(told -> assertThat(told.line().plain()).isEqualTo("Still here."));
  }

  @Test
  void aPasswordGoesAlong() {
    ScriptedServer server = ScriptedServer.greeted();
    server.take(server.link.join("otter-42", "Ana", Optional.of("sword:fish"), Optional.empty()));
    assertThat(server.heard()).containsExactly("JOIN:otter-42:Ana:sword%3Afish");
  }

  @Test
  void aSeatOfAnEarlierRunIsTakenAgainWithItsStory() {
    ScriptedServer server = ScriptedServer.greeted();
    server.take(server.link.join("otter-42", "Ana", Optional.empty(), Optional.of("token1")));
    assertThat(server.heard()).containsExactly("RESUME:otter-42:token1:::0");
    server.says("SESSION:otter-42:ana:token2:mill");
    assertThat(server.kept()).isEqualTo("token2");
    assertThat(server.news(News.Seated.class))
        .containsExactly(new News.Seated("otter-42", "ana", "mill", false));
  }

  @Test
  void aSeatThatDoesNotOpenAnyMoreIsTakenAnew() {
    ScriptedServer server = ScriptedServer.greeted();
    server.take(server.link.join("otter-42", "Ana", Optional.empty(), Optional.of("stale")));
    server.heard();
    server.says("ERROR:wrong_token:That opens no seat.");
    assertThat(server.heard()).containsExactly("JOIN:otter-42:Ana");
    assertThat(server.news(News.Refused.class)).isEmpty();
    server.says("ERROR:name_taken:Ana sits there.");
    assertThat(server.news(News.Refused.class)).hasSize(1);
  }

  @Test
  void rejoinWordsOpenASeatThatIsKeptUnderItsPlayersId() {
    ScriptedServer server = ScriptedServer.greeted();
    server.take(server.link.resume("copper-otter-lantern"));
    assertThat(server.heard()).containsExactly("RESUME::copper-otter-lantern:::0");
    server.says("SESSION:otter-42:ana:fresh:mill");
    assertThat(server.kept()).isEqualTo("fresh");
    assertThat(server.news(News.Seated.class))
        .containsExactly(new News.Seated("otter-42", "ana", "mill", false));
  }

  @Test
  void typingGoesToTheOthersAndComesFromThem() {
    ScriptedServer server = ScriptedServer.seated();
    server.take(server.link.typing());
    assertThat(server.heard()).singleElement().asString().startsWith("LIVE:typing:");
    server.says("LIVE:bo:typing:", "LIVE:bo:drawing:1,2", "LIVE:cleo:typing:");
    assertThat(server.news(News.Typing.class))
        .containsExactly(new News.Typing("bo"), new News.Typing("cleo"));
    server.cuts();
    server.take(server.link.typing());
    assertThat(server.heard()).isEmpty();
  }
}

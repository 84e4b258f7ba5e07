package lamplight.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lamplight.engine.model.PlayerId;
import lamplight.engine.wire.Farewell;
import org.junit.jupiter.api.Test;

class SessionTest {

  private final House house = new House(3);
  private final House.Plug bea = house.plug();
  private final House.Plug al = house.plug();

  /** Bea has opened a session, and it is quiet. */
  private String bea() {
    bea.say("CREATE:toy:Bea");
    String code = bea.seat()[1];
    quiet();
    return code;
  }

  private void quiet() {
    house.pass(1000);
    bea.said.clear();
    al.said.clear();
  }

  @Test
  void whoOpensASessionIsSeatedToldAndShownEverything() {
    bea.say("CREATE:toy:Bea");
    String[] seat = bea.seat();
    assertThat(seat).hasSize(5).contains("bea", "toy");
    assertThat(seat[3]).matches("[0-9a-f]{32}");
    assertThat(bea.hears())
        .containsExactly(
            String.join(":", seat), "TEXT#1:result:Welcome.", "TEXT#2:result:", "SNAPSHOT");
    assertThat(house.only().summary().host()).contains(new PlayerId("bea"));
  }

  @Test
  void aCommandIsToldShownAndThenAnswered() {
    bea();
    assertThat(bea.say("CMD#1:go yard").hears())
        .containsExactly(
            "EVENT:PLAYER_MOVED:bea:here:" + house.now / 1000,
            "TEXT#3:result:You go.",
            "TEXT#4:result:",
            "DELTA",
            "OK#1");
    assertThat(bea.say("CMD:look").hears())
        .containsExactly("TEXT#5:result:A hall.", "TEXT#6:result:");
    assertThat(bea.say("CMD#2:locked").hears())
        .containsExactly("ERROR#2:door_locked:The gate is locked.");
    assertThat(bea.say("CMD:dance").hears())
        .containsExactly("ERROR:not_understood:What is \"dance\"?");
  }

  @Test
  void underLoadOkWaitsForTheDeltaOfItsOutcomeOneIntervalAtMost() {
    bea();
    bea.say("CMD#1:turn", "CMD#2:turn", "CMD#3:turn").said.clear();
    assertThat(bea.say("CMD#4:turn", "CMD#5:turn").hears())
        .noneMatch(line -> line.startsWith("OK") || line.startsWith("DELTA"))
        .contains("TEXT#12:result:");
    house.pass(100);
    assertThat(bea.hears()).containsExactly("DELTA", "OK#4", "OK#5");
  }

  @Test
  void aNumberThatWasAnsweredIsAnsweredAgainAndNotCarriedOutAgain() {
    bea();
    bea.say("CMD#1:turn", "CMD#2:locked").said.clear();
    assertThat(bea.say("CMD#1:turn").hears()).containsExactly("OK#1");
    assertThat(bea.say("CMD#2:turn").hears())
        .containsExactly("ERROR#2:door_locked:The gate is locked.");
    assertThat(house.play.carriedOut).hasSize(1);
  }

  @Test
  void aNumberOlderThanThoseRememberedIsRefused() {
    bea();
    for (int seq = 1; seq <= SessionLimits.ANSWERS + 1; seq++) {
      bea.say("CMD#" + seq + ":turn");
      house.pass(200);
    }
    bea.said.clear();
    assertThat(bea.say("CMD#1:turn").hears())
        .singleElement()
        .asString()
        .startsWith("ERROR#1:stale_number:");
    assertThat(house.play.carriedOut).hasSize(SessionLimits.ANSWERS + 1);
  }

  @Test
  void aStepThatThrowsIsRefusedAndTheSessionLives() {
    bea();
    assertThat(bea.say("CMD#1:boom").hears())
        .containsExactly("ERROR#1:internal:Something went wrong inside the game; nothing changed.");
    house.play.brokenViews = true;
    long version = house.only().summary().version();
    assertThat(bea.say("CMD#2:turn").hears())
        .singleElement()
        .asString()
        .startsWith("ERROR#2:internal");
    assertThat(house.only().summary().version()).isEqualTo(version);
    house.play.brokenViews = false;
    assertThat(bea.say("CMD#3:turn").hears()).contains("DELTA", "OK#3");
    assertThat(house.unusual).hasSize(2).allMatch(Output.Fault.class::isInstance);
  }

  @Test
  void commandsAreLimitedAndMayBeSentAgain() {
    bea();
    for (int seq = 1; seq <= SessionLimits.COMMAND_BURST; seq++) {
      bea.say("CMD#" + seq + ":look");
    }
    bea.said.clear();
    assertThat(bea.say("CMD#9999:turn").hears())
        .containsExactly("ERROR#9999:rate_limited:That was too fast; it was not carried out.");
    house.pass(SessionLimits.COMMAND_MILLIS);
    assertThat(bea.say("CMD#9999:turn").hears()).contains("OK#9999");
  }

  @Test
  void whatOthersHaveToReadIsLimitedMore() {
    String code = bea();
    al.say("JOIN:" + code + ":Al");
    for (int seq = 1; seq <= SessionLimits.SPEECH_BURST; seq++) {
      assertThat(bea.say("CMD#" + seq + ":shout Hello").hears()).contains("OK#" + seq);
    }
    al.said.clear();
    assertThat(bea.say("CMD#99:shout Louder").hears())
        .containsExactly(
            "ERROR#99:rate_limited:The others cannot read so fast, so that was not said. Wait a"
                + " moment.");
    assertThat(al.said).isEmpty();
    assertThat(bea.say("CMD#98:turn").hears()).contains("OK#98");
    house.pass(SessionLimits.SPEECH_MILLIS);
    assertThat(bea.say("CMD#99:shout Louder").hears()).contains("OK#99");
  }

  @Test
  void whoeverIsAloneMaySpeakAsFastAsAnything() {
    bea();
    for (int seq = 1; seq <= 2 * SessionLimits.SPEECH_BURST; seq++) {
      assertThat(bea.say("CMD#" + seq + ":shout Hello").hears()).contains("OK#" + seq);
    }
  }

  @Test
  void aSecondPlayerJoinsByTheCodeAndIsSeen() {
    String code = bea();
    al.say("JOIN:" + code + ":Al");
    assertThat(al.hears()).contains("TEXT#1:result:Welcome.", "SNAPSHOT");
    assertThat(bea.hears())
        .containsExactly("EVENT:PLAYER_JOINED:al:here:" + house.now / 1000, "DELTA");
    assertThat(house.only().summary().seats()).hasSize(2);
  }

  @Test
  void sessionsKnowNothingOfEachOther() {
    bea();
    al.say("CREATE:toy:Bea");
    assertThat(al.seat()[2]).isEqualTo("bea");
    al.say("CMD:turn");
    assertThat(bea.hears()).isEmpty();
    assertThat(house.sessions).hasSize(2);
  }

  @Test
  void aSeatIsRefusedWithAReasonAndMayBeAskedForAgain() {
    String code = bea();
    assertThat(al.say("JOIN:" + code + ":BEA").hears())
        .containsExactly(
            "ERROR:name_taken:Somebody in "
                + code
                + " is called BEA; choose another name, or resume if that is you.");
    assertThat(al.say("JOIN:" + code + ":Béa").hears())
        .first()
        .asString()
        .startsWith("ERROR:name_taken");
    assertThat(al.say("JOIN:" + code + ":a b").hears())
        .first()
        .asString()
        .startsWith("ERROR:bad_name");
    al.say("JOIN:" + code + ":Al");
    house.plug().say("JOIN:" + code.toUpperCase(Locale.ROOT) + ":Cleo");
    assertThat(house.plug().say("JOIN:" + code + ":Dan").hears())
        .containsExactly("ERROR:session_full:" + code + " is full: 3 of 3 seats.");
    assertThat(al.say("JOIN:" + code + ":Eve").hears())
        .last()
        .isEqualTo("ERROR:already_in_session:You have a seat in " + code + "; LEAVE gives it up.");
  }

  @Test
  void aPasswordIsAskedFor() {
    bea.say("CREATE:toy:Bea:plum");
    String code = bea.seat()[1];
    assertThat(al.say("JOIN:" + code + ":Al").hears())
        .containsExactly(
            "ERROR:wrong_password:" + code + " has a password; say it after your name.");
    assertThat(al.say("JOIN:" + code + ":Al:pear").hears())
        .containsExactly("ERROR:wrong_password:That is not the password of " + code + ".");
    assertThat(al.say("JOIN:" + code + ":Al:plum").hears()).contains("SNAPSHOT");
  }

  @Test
  void aPlayersIdIsFreeOfTheWorldsIds() {
    bea.say("CREATE:toy:Lamp");
    assertThat(bea.seat()[2]).isEqualTo("lamp-2");
    String code = bea.seat()[1];
    al.say("JOIN:" + code + ":Ада");
    assertThat(al.seat()[2]).isEqualTo("player");
  }

  @Test
  void whoLeavesGivesTheSeatUpAndTheNextOneIsHost() {
    String code = bea();
    al.say("JOIN:" + code + ":Al");
    quiet();
    bea.say("LEAVE");
    assertThat(al.hears()).containsExactly("DELTA");
    assertThat(house.only().summary().host()).contains(new PlayerId("al"));
    assertThat(bea.say("JOIN:" + code + ":Bea").hears())
        .as("the name is free")
        .contains("SNAPSHOT");
  }

  @Test
  void anEmptySessionIsKept() {
    String code = bea();
    bea.say("LEAVE");
    assertThat(al.say("LIST").hears()).contains("OPEN:" + code + ":toy:0:3:The Toy");
    assertThat(al.say("JOIN:" + code + ":Al").hears()).contains("SNAPSHOT");
  }

  @Test
  void whoLosesTheLineIsAwayAndComesBackWithTheToken() {
    bea.say("CREATE:toy:Bea");
    String[] seat = bea.seat();
    al.say("JOIN:" + seat[1] + ":Al", "CMD:shout one");
    quiet();
    bea.drop();
    assertThat(house.only().summary().seats().get(0).presence()).hasToString("AWAY");
    al.say("CMD:shout two", "CMD:shout three");

    House.Plug again = house.plug().say("RESUME:" + seat[1] + ":" + seat[3] + ":::4");
    String[] fresh = again.seat();
    assertThat(fresh[3]).isNotEqualTo(seat[3]);
    assertThat(again.hears())
        .containsExactly(
            String.join(":", fresh),
            "TEXT#5:speech:al: two",
            "TEXT#6:speech:",
            "TEXT#7:speech:al: three",
            "TEXT#8:speech:",
            "SNAPSHOT");
    assertThat(house.only().summary().seats().get(0).presence()).hasToString("HERE");
  }

  @Test
  void aReplicaThatIsRightIsBroughtUpToDateByADelta() {
    bea.say("CREATE:toy:Bea");
    String[] seat = bea.seat();
    String snapshot =
        bea.said.stream().filter(s -> s.startsWith("SNAPSHOT:")).findFirst().orElseThrow();
    String position = snapshot.lines().findFirst().orElseThrow().substring("SNAPSHOT:".length());
    al.say("JOIN:" + seat[1] + ":Al");
    bea.drop();
    String resume = "RESUME:" + seat[1] + ":" + seat[3] + ":";
    assertThat(house.plug().say(resume + position).hears())
        .contains("DELTA")
        .doesNotContain("SNAPSHOT");
  }

  @Test
  void theOldTokenIsSpentOnceTheNewOneIsUsed() {
    bea.say("CREATE:toy:Bea");
    String[] first = bea.seat();
    String resume = "RESUME:" + first[1] + ":";
    bea.drop();
    House.Plug two = house.plug().say(resume + first[3]);
    two.drop(); // the SESSION answer was lost on the way
    House.Plug three = house.plug().say(resume + first[3]);
    String second = three.seat()[3];
    three.say("PING").drop();
    assertThat(house.plug().say(resume + first[3]).hears())
        .containsExactly("ERROR:wrong_token:That opens no seat in " + first[1] + ".");
    assertThat(house.plug().say(resume + second).hears()).contains("SNAPSHOT");
  }

  @Test
  void theNewestConnectionHasTheSeat() {
    bea.say("CREATE:toy:Bea");
    String[] seat = bea.seat();
    quiet();
    al.say("RESUME:" + seat[1] + ":" + seat[3]);
    assertThat(bea.hears()).containsExactly("BYE:taken_over:You play from another connection now.");
    assertThat(bea.closed).isTrue();
    assertThat(al.say("CMD#1:turn").hears()).contains("OK#1");
    assertThat(house.only().summary().seats())
        .singleElement()
        .extracting(s -> s.presence().name())
        .isEqualTo("HERE");
  }

  @Test
  void aTelnetPlayerHasProseOnlyAndThreeWordsToComeBackWith() {
    House.Plug telnet = house.plug(LinkKind.TELNET);
    telnet.say("CREATE:toy:Bea");
    String[] seat = telnet.seat();
    assertThat(seat[3]).matches("[a-z]+-[a-z]+-[a-z]+");
    assertThat(telnet.say("CMD:go yard").hears())
        .containsExactly(
            String.join(":", seat),
            "TEXT#1:result:Welcome.",
            "TEXT#2:result:",
            "TEXT#3:result:You go.",
            "TEXT#4:result:");
    telnet.drop();
    House.Plug again = house.plug(LinkKind.TELNET).say("RESUME::" + seat[3]);
    assertThat(again.seat()[3]).as("the words are for the seat's life").isEqualTo(seat[3]);
    again.drop();
    assertThat(house.plug().say("RESUME::" + seat[3]).hears()).contains("SNAPSHOT");
  }

  @Test
  void aTelnetPlayerWhoseClientDrawsIsShownBeforeItIsToldAndNeverChecked() {
    House.Plug telnet = house.plug(LinkKind.TELNET);
    telnet.say("HELLO:1:mudlet:state", "CREATE:toy:Bea");
    assertThat(telnet.hears()).endsWith("SNAPSHOT", "TEXT#1:result:Welcome.", "TEXT#2:result:");
    for (int i = 0; i < 15; i++) {
      String room = i % 2 == 0 ? "yard" : "hall";
      assertThat(telnet.say("CMD:go " + room).hears())
          .as("at once, whatever the pace")
          .element(1)
          .isEqualTo("DELTA");
    }
    house.pass(60_000);
    assertThat(telnet.hears()).isEmpty();
    assertThat(house.only().nextWake()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aTelnetPlayersClientMayAskForStateLater() {
    House.Plug telnet = house.plug(LinkKind.TELNET);
    telnet.say("CREATE:toy:Bea").said.clear();
    assertThat(telnet.say("SYNC_REQUEST:0:0").hears()).containsExactly("SNAPSHOT");
    assertThat(telnet.say("CMD:go yard").hears())
        .containsExactly(
            "EVENT:PLAYER_MOVED:bea:here:1700000000",
            "DELTA",
            "TEXT#3:result:You go.",
            "TEXT#4:result:");
  }

  @Test
  void byeKeepsTheSeat() {
    String code = bea();
    assertThat(bea.say("BYE").hears())
        .containsExactly("BYE:bye:Your seat in " + code + " is kept.");
    assertThat(bea.closed).isTrue();
    assertThat(house.only().summary().seats()).hasSize(1);
  }

  @Test
  void aClientThatDoesNotReadIsSentNothingAndThenWhatCounts() {
    String code = bea();
    al.say("JOIN:" + code + ":Al");
    quiet();
    bea.writable(false);
    for (int i = 0; i < 50; i++) {
      al.say("CMD:turn");
      house.pass(100);
    }
    assertThat(bea.hears()).isEmpty();
    bea.say("PING:x");
    bea.writable(true);
    assertThat(bea.hears()).containsExactly("PONG:x", "DELTA");
  }

  @Test
  void textThatAClientDoesNotReadIsBoundedAndTheGapIsStated() {
    String code = bea();
    al.say("JOIN:" + code + ":Al");
    quiet();
    bea.writable(false);
    for (int i = 1; i <= 200; i++) {
      al.say("CMD:shout " + i);
      house.pass(100);
    }
    bea.writable(true);
    List<String> heard = bea.hears().stream().filter(line -> line.startsWith("TEXT")).toList();
    assertThat(heard).hasSize(1 + SessionLimits.TEXT_LINES);
    assertThat(heard.get(0)).isEqualTo("TEXT#146:system:(144 lines are missing here.)");
    assertThat(heard.get(1)).isEqualTo("TEXT#147:speech:al: 73");
  }

  @Test
  void aClientThatIsStuckForThirtySecondsIsCutAndItsSeatStays() {
    bea();
    bea.writable(false);
    house.pass(SessionLimits.STUCK_MILLIS - 1);
    assertThat(bea.closed).isFalse();
    house.pass(1);
    assertThat(house.unusual).containsExactly(new Output.Cut(bea.link.id()));
    assertThat(house.only().summary().seats()).hasSize(1);
  }

  @Test
  void aClientThatComesBackIsSentAtMostTwoHundredLines() {
    bea.say("CREATE:toy:Bea");
    String[] seat = bea.seat();
    al.say("JOIN:" + seat[1] + ":Al");
    bea.drop();
    for (int i = 0; i < 200; i++) {
      al.say("CMD:shout " + i);
      house.pass(100);
    }
    List<String> heard = house.plug().say("RESUME:" + seat[1] + ":" + seat[3] + ":::2").hears();
    assertThat(heard)
        .filteredOn(line -> line.startsWith("TEXT"))
        .hasSize(1 + SessionLimits.RESENT_LINES);
    assertThat(heard.get(1)).isEqualTo("TEXT#202:system:(200 lines are missing here.)");
  }

  @Test
  void liveGoesToThoseWhoWantItAndIsLimited() {
    String code = bea();
    al.say("HELLO:1:x:live,quiet", "JOIN:" + code + ":Al");
    quiet();
    bea.say("LIVE:typing:1: on");
    assertThat(al.hears()).containsExactly("LIVE:bea:typing:1: on");
    assertThat(bea.hears()).isEmpty();
    for (int i = 0; i < SessionLimits.LIVE_BURST; i++) {
      bea.say("LIVE:typing:1");
    }
    assertThat(bea.hears()).singleElement().asString().startsWith("ERROR:rate_limited");
    bea.say("CMD:go yard");
    assertThat(al.hears()).as("quiet: no EVENT").noneMatch(line -> line.startsWith("EVENT"));
    house.pass(1000);
    al.said.clear();
    bea.say("LIVE:typing:1");
    assertThat(al.hears()).as("out of sight").isEmpty();
  }

  @Test
  void whatIsNotOfferedIsRefused() {
    bea();
    assertThat(bea.say("FETCH:ledger:1").hears())
        .containsExactly("ERROR:not_offered:This server has no handouts yet.");
    assertThat(bea.say("HELLO:1:late").hears())
        .containsExactly("ERROR:not_allowed:HELLO comes before you take a seat.");
  }

  @Test
  void theWorldsClockGoesWhileSomebodyIsHere() {
    house.play.clock = true;
    bea();
    bea.say("PING").said.clear();
    house.pass(3_000);
    assertThat(bea.hears()).contains("DELTA");
    long version = house.only().summary().version();
    bea.drop();
    house.pass(60_000);
    assertThat(house.only().summary().version())
        .as("only the loss of the line")
        .isEqualTo(version + 1);
    assertThat(house.only().nextWake()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theKeeperSpeaksKicksAndCloses() {
    String code = bea();
    al.say("JOIN:" + code + ":Al");
    quiet();
    house.carryOut(house.only().say("Tea at five.\nBring cake.", house.now));
    assertThat(bea.hears())
        .containsExactly(
            "TEXT#3:system:Tea at five.", "TEXT#4:system:Bring cake.", "TEXT#5:system:");
    house.carryOut(house.only().kick(new PlayerId("al"), "No elbows.", house.now));
    assertThat(al.hears()).last().isEqualTo("BYE:kicked:No elbows.");
    assertThat(house.only().summary().seats()).hasSize(1);
    house.carryOut(house.only().close(Farewell.CLOSED, "That was it.", house.now));
    assertThat(bea.hears()).last().isEqualTo("BYE:closed:That was it.");
    assertThat(house.sessions).isEmpty();
    assertThat(house.plug().say("LIST").hears()).containsExactly("WORLD:toy:1-3:The Toy", "END");
  }

  @Test
  void aSessionIsOpenedByTheKeeperForOthersToJoin() {
    Output.Open open = house.lobby.open("toy", Optional.of("plum")).orElseThrow();
    house.carryOut(List.of(open));
    assertThat(al.say("JOIN:" + open.session() + ":Al:plum").hears()).contains("SNAPSHOT");
    assertThat(house.lobby.open("nowhere", Optional.empty())).isEmpty();
  }
}

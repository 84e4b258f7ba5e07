package lamplight.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lamplight.engine.sync.ServerLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slow, broken and hostile clients: each case states its number. */
class HostileClientsTest {

  private final House house = new House(5);
  private final House.Plug bea = house.plug();
  private final House.Plug al = house.plug();
  private String code = "";

  @BeforeEach
  void twoSitAtATable() {
    bea.say("HELLO:1:test:quiet", "CREATE:toy:Bea");
    code = bea.seat()[1];
    al.say("HELLO:1:test:quiet", "JOIN:" + code + ":Al");
    house.pass(2_000);
    bea.hears();
    al.hears();
  }

  private void play(int rounds) {
    for (int i = 0; i < rounds; i++) {
      bea.say("CMD:shout " + "x".repeat(100), "CMD:shout y", "CMD:turn");
      house.pass(250);
    }
  }

  private long blocks(List<String> heard) {
    return heard.stream().filter(line -> line.equals("SNAPSHOT") || line.equals("DELTA")).count();
  }

  @Test
  void forWhoDoesNotReadNothingIsSentAndAtMost256LinesWait() {
    al.writable(false);
    for (int i = 0; i < 100; i++) {
      play(1);
      bea.hears();
    }
    assertThat(al.said).isEmpty();
    assertThat(house.only().textLogs())
        .allMatch(log -> log.size() <= 256 && log.bytes() <= 64 * 1024);
  }

  @Test
  void ofTheAnswersToOneWhoAsksAndDoesNotReadSixteenKibibytesWait() {
    al.writable(false);
    String nonce = "n".repeat(3_000);
    for (int i = 0; i < 200; i++) {
      al.say("PING:" + nonce, "CMD#" + (i + 1) + ":dance " + nonce, "CMD:" + nonce);
      bea.say("CMD:shout " + nonce);
      house.pass(120);
      assertThat(house.only().waitingBytes()).allMatch(bytes -> bytes <= 16 * 1024);
    }
    assertThat(house.only().waitingBytes()).anyMatch(bytes -> bytes > 8 * 1024);
    assertThat(al.said).isEmpty();
    al.writable(true);
    house.pass(1);
    assertThat(al.hears().stream().filter(line -> line.startsWith("PONG")).toList())
        .as("the newest are said")
        .isNotEmpty()
        .hasSizeLessThan(6);
  }

  @Test
  void whoReadsAgainGetsOneBlockAndAStatedGap() {
    al.writable(false);
    play(100);
    al.writable(true);
    house.pass(1);
    List<String> heard = al.hears();
    assertThat(blocks(heard)).isEqualTo(1);
    List<String> text = heard.stream().filter(line -> line.startsWith("TEXT#")).toList();
    assertThat(text).hasSize(257);
    assertThat(text.get(0)).contains("lines are missing here.");
  }

  @Test
  void whoDoesNotReadForHalfAMinuteIsCutOffAndKeepsTheSeat() {
    al.writable(false);
    play(121);
    assertThat(house.unusual).hasSize(1).hasOnlyElementsOfType(Output.Cut.class);
    assertThat(house.only().summary().seats()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ACK:999999999999999999:ffffffff",
        "ACK:0:0",
        "ACK:9999999999999999999999:0",
        "ACK:-1:0",
        "ACK:1:zzzzzzzz",
        "SYNC_REQUEST:999999999999999999:ffffffff",
        "SYNC_REQUEST:0:0",
        "SYNC_REQUEST::",
        "CMD#999999999999999999:turn",
        "CMD#0:turn",
        "CMD#99999999999999999999:turn",
        "RESUME:x:y:999999999999999999:ffffffff:999999999999999999",
        "HELLO:999999999:x",
        "HELLO:1:x:dict=99999999999",
        "DICT:1:1:x",
        "SNAPSHOT:1:0",
        "LIVE::",
        "FETCH::",
      })
  void absurdMessagesAreAnsweredOrPassedOverAndTheGameGoesOn(String line) {
    al.say(line);
    house.pass(5_000);
    assertThat(blocks(al.hears())).isLessThanOrEqualTo(2);
    bea.say("CMD:turn");
    house.pass(200);
    assertThat(al.hears()).contains("DELTA");
    assertThat(house.unusual).isEmpty();
  }

  @Test
  void aWrongHashIsAnsweredWithASnapshotAndAVersionGapWithADelta() {
    al.say("ACK:" + house.only().summary().version() + ":00000000");
    house.pass(100);
    assertThat(al.hears()).containsExactly("SNAPSHOT");
    play(3);
    al.hears();
    al.say("SYNC_REQUEST:1:12345678");
    house.pass(1_000);
    assertThat(al.hears()).contains("SNAPSHOT");
  }

  @Test
  void aFloodOfRequestsIsAnsweredTwiceASecond() {
    for (int i = 0; i < 1_000; i++) {
      al.say("SYNC_REQUEST:0:0");
      house.pass(10);
    }
    assertThat(blocks(al.hears())).isLessThanOrEqualTo(ServerLink.RESYNC_BURST + 20 + 1);
  }

  @Test
  void aStormOfReconnectionsLeavesOneConnectionASeat() {
    House.Plug first = house.plug();
    first.say("JOIN:" + code + ":Cleo");
    String token = first.seat()[3];
    for (int i = 0; i < 300; i++) {
      House.Plug next = house.plug();
      next.say("RESUME:" + code + ":" + token);
      token = next.seat()[3];
    }
    house.pass(1_000);
    assertThat(house.plugs.values().stream().filter(plug -> !plug.closed)).hasSize(3);
    assertThat(house.only().summary().seats()).hasSize(3);
  }

  @Test
  void afterAResumeAtMost200LinesComeAgainAndTheGapIsStated() {
    House.Plug first = house.plug();
    first.say("JOIN:" + code + ":Cleo");
    String token = first.seat()[3];
    first.drop();
    play(120);
    House.Plug back = house.plug();
    back.say("RESUME:" + code + ":" + token + ":::3");
    List<String> text = back.hears().stream().filter(line -> line.startsWith("TEXT#")).toList();
    assertThat(text).hasSize(201);
    assertThat(text.get(0)).matches("TEXT#\\d+:system:\\(\\d+ lines are missing here\\.\\)");
  }
}

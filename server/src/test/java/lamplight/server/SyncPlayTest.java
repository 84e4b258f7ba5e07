package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sync protocol as a person with netcat speaks it, over real sockets. */
class SyncPlayTest {
  private Host host;

  @BeforeEach
  void open() throws Exception {
    host = new Host();
  }

  @AfterEach
  void close() {
    host.close();
    assertThat(host.reports()).isEmpty();
  }

  @Test
  void aPersonWithNetcatPlays() throws IOException {
    try (Peer bea = new Peer(host.sync())) {
      assertThat(bea.say("HELLO:1:test").hear("\n")).startsWith("WELCOME:1:");
      assertThat(bea.say("LIST").hear("END\n")).contains("WORLD:yard:1-2:The Yard");
      assertThat(bea.say("CREATE:yard:Bea").hear("END\n")).contains("SESSION:", "SNAPSHOT:");
      assertThat(bea.say("CMD#1:take bucket").hear("OK#1\n"))
          .contains("DELTA:", "ITEM_OWNER:bucket:bea");
      assertThat(bea.say("CMD#2:xyzzyplugh").hear("ERROR#2:")).isNotEmpty();
      assertThat(bea.say("PING:x").hear("PONG:x\n")).isNotEmpty();
      bea.say("BYE");
      assertThat(bea.hearTheEnd()).contains("BYE:bye:");
    }
  }

  @Test
  void manyMessagesInOneSegmentAreAnsweredInOrder() throws IOException {
    try (Peer bea = new Peer(host.sync())) {
      bea.say(
          "PING:1",
          "NONSENSE",
          "PING:2",
          "CREATE:yard:Bea",
          "CMD#1:north",
          "CMD#2:south",
          "PING:3");
      bea.hear("PONG:1\n");
      bea.hear("ERROR:unknown_message:");
      bea.hear("PONG:2\n");
      bea.hear("SESSION:");
      bea.hear("OK#1\n");
      bea.hear("OK#2\n");
    }
  }

  @Test
  void brokenLinesAreAnsweredAndSurvived() throws IOException {
    try (Peer bea = new Peer(host.sync())) {
      bea.say("x".repeat(5_000)).hear("ERROR:line_too_long:");
      bea.send(new byte[] {'C', 'M', 'D', ':', (byte) 0xFF, '\n'}).hear("ERROR:bad_encoding:");
      bea.say("ACK:x:y").hear("ERROR:");
      bea.say("CMD:look").hear("ERROR:not_in_session:");
      bea.say("PING:still here").hear("PONG:still here\n");
    }
  }

  @Test
  void telnetAndSyncPlayersShareOneGame() throws IOException {
    try (Peer bea = new Peer(host.sync());
        Peer cat = new Peer(host.telnet())) {
      String session =
          bea.say("CREATE:yard:Bea").hear("END\n").replaceAll("(?s).*SESSION:([^:]+):.*", "$1");
      cat.say("Cat", "join " + session).hear("\n> ");
      bea.hear("PLAYER:cat:yard:");
      cat.say("take bucket").hear("\n> ");
      bea.hear("ITEM_OWNER:bucket:cat");
      bea.say("CMD#1:take bucket").hear("ERROR#1:");
    }
  }

  @Test
  void whatIsPipedInIsAnsweredToItsEnd() throws IOException {
    try (Peer bea = new Peer(host.sync())) {
      bea.say("LIST", "PING:last").endOutput();
      assertThat(bea.hearTheEnd()).endsWith("PONG:last\n");
    }
  }

  @Test
  void stoppingSaysBye() throws IOException {
    try (Peer bea = new Peer(host.sync())) {
      bea.say("CREATE:yard:Bea").hear("END\n");
      host.close();
      assertThat(bea.hearTheEnd()).contains("BYE:shutdown:");
    }
  }
}

package lamplight.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** GMCP and settings over real sockets. */
class GmcpPlayTest {
  private static final String WONT_TTYPE = "\u00ff\u00fc\u0018";
  private static final String DO_GMCP = "\u00ff\u00fd\u00c9";

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

  private static byte[] gmcp(String message) {
    return ("\u00ff\u00fa\u00c9" + message + "\u00ff\u00f0").getBytes(ISO_8859_1);
  }

  private static Peer mudlet(int port, String packages) throws IOException {
    Peer peer = new Peer(port).send((WONT_TTYPE + DO_GMCP).getBytes(ISO_8859_1));
    peer.send(gmcp("Core.Hello {\"client\":\"Mudlet\",\"version\":\"4.17\"}"));
    peer.send(gmcp("Core.Supports.Set [" + packages + "]")).hear("name? ");
    return peer;
  }

  private static String words(String welcome) {
    return welcome.replaceAll("(?s).*resume\\s+([a-z-]+).*", "$1");
  }

  @Test
  void theRoomIsToldBeforeItsTextAtEveryStep() throws IOException {
    try (Peer bea = mudlet(host.telnet(), "\"Char 1\",\"Char.Items 1\",\"Room 1\"")) {
      String welcome = bea.say("Bea", "new yard").hear("[ Exits: n ]");
      assertThat(welcome.indexOf("Room.Info")).isBetween(0, welcome.indexOf("A yard with a pump"));
      String number = welcome.replaceAll("(?s).*Room.Info \\{\"num\":([0-9]+),.*", "$1");
      bea.hear("> ");
      for (int i = 0; i < 5; i++) {
        String north = bea.say("north").hear("[ Exits: s ]");
        assertThat(north)
            .containsSubsequence(
                "Room.Info", "\"name\":\"The Barn\"", "\"s\":" + number, "The Barn\r\n");
        String south = bea.say("south").hear("[ Exits: n ]");
        assertThat(south).containsSubsequence("Room.Info {\"num\":" + number, "The Yard\r\n");
      }
      bea.say("take bucket").hear("Char.Items.Remove {\"location\":\"room\"");
      bea.hear("Char.Items.Add {\"location\":\"inv\"");
      bea.say("east").hear("Room.WrongDir \"e\"");
      assertThat(bea.say("quit").hearTheEnd()).contains("Core.Goodbye");
    }
  }

  @Test
  void whoAgreesLateIsToldFromThenOn() throws IOException {
    try (Peer bea = new Peer(host.telnet())) {
      bea.say("Bea", "new yard").hear("\n> ");
      bea.send(DO_GMCP.getBytes(ISO_8859_1));
      bea.send(gmcp("Core.Supports.Set [\"Room.Info\"]")).hear("Room.Info");
      assertThat(bea.say("north").hear("[ Exits: s ]")).contains("Room.Info");
    }
  }

  @Test
  void settingsStayWithTheSeat() throws IOException {
    String words;
    try (Peer bea = new Peer(host.telnet())) {
      words = words(bea.say("set width 40", "Bea", "new yard").hear("\n> "));
      bea.say("set prompt Well?").hear("Well? ");
      bea.say("brief").hear("Well? ");
    }
    try (Peer bea = new Peer(host.telnet())) {
      bea.say("resume " + words).hear("Well? ");
      assertThat(bea.say("set").hear("\nWell? "))
          .containsPattern("width +40 ")
          .containsPattern("brief +on ");
    }
  }

  @Test
  void aScreenReaderThatTheClientTellsOfIsHeeded() throws IOException {
    try (Peer bea = new Peer(host.telnet())) {
      bea.send("\u00ff\u00fb\u0018".getBytes(ISO_8859_1));
      for (String type : new String[] {"MUDLET", "ANSI-TRUECOLOR", "MTTS 2409"}) {
        bea.send(("\u00ff\u00fa\u0018\u0000" + type + "\u00ff\u00f0").getBytes(ISO_8859_1));
      }
      assertThat(bea.hear("name? ")).doesNotContain("set reader on");
      assertThat(bea.say("Bea", "new yard").hear("Exits: ")).doesNotContain("[ Exits");
      assertThat(bea.say("map").hear("unexplored")).doesNotContain("\n> ").contains("Yard");
    }
  }
}

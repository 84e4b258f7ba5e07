package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Players at telnet's port, over real sockets. */
class TelnetPlayTest {
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
  void aBareSocketLogsInPlaysAndLeaves() throws IOException {
    try (Peer bea = new Peer(host.telnet())) {
      bea.hear("name? ");
      bea.say("Bea").hear("lobby> ");
      assertThat(bea.say("worlds").hear("lobby> ")).contains("yard").doesNotContain("ruin");
      assertThat(bea.say("new yard").hear("\n> ")).contains("The Yard", "resume ");
      assertThat(bea.say("take bucket").hear("\n> ")).contains("bucket");
      assertThat(bea.say("xyzzyplugh").hear("\n> ")).isNotBlank();
      bea.say("leave", "leave").hear("lobby> ");
      bea.say("quit").hearTheEnd();
    }
  }

  @Test
  void twoPlayersMeetSpeakAndSeeEachOther() throws IOException {
    try (Peer bea = new Peer(host.telnet());
        Peer cat = new Peer(host.telnet())) {
      String session = create(bea, "Bea", "");
      cat.say("Cat", "join " + session).hear("\n> ");
      assertThat(bea.hear("\n> ")).contains("Cat");
      cat.say("say héllo ✓").hear("\n> ");
      String heard = bea.hear("\n> ");
      assertThat(new String(heard.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
          .contains("Cat", "héllo ✓");
    }
  }

  @Test
  void whatAPlayerSaysCannotSteerAnothersTerminal() throws IOException {
    try (Peer bea = new Peer(host.telnet());
        Peer cat = new Peer(host.telnet())) {
      String session = create(bea, "Bea\u001b[2J\u009b", "");
      cat.say("Cat", "join " + session).hear("\n> ");
      bea.hear("Cat");
      String words =
          "say one\u001b]0;x\u0007 \u00ff\u00ff\u00fb\u0001\u00c2\u009b2J\u00e2\u009c two\n";
      cat.send(words.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(bea.hear("two"))
          .contains("one")
          .doesNotContainPattern("[\\x00-\\x09\\x0b\\x0c\\x0e-\\x1f\\x7f\\xff]")
          .as("C1 in UTF-8")
          .doesNotContain("\u00c2\u009b");
      cat.hear("You say");
      cat.hear("\n> ");
      assertThat(cat.say("who").hear("\n> "))
          .startsWith("Bea, ")
          .doesNotContain("\u001b", "\u00c2\u009b");
    }
  }

  @Test
  void whoAnswersOnlyAfterTheGreetingHearsItOnce() throws IOException {
    String willType = "\u00ff\u00fb\u0018";
    String typeAsked = "\u00ff\u00fa\u0018\u0001\u00ff\u00f0";
    try (Peer bea = new Peer(host.telnet())) {
      bea.hear("name? ");
      bea.send(willType.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(bea.hear(typeAsked)).doesNotContain("name? ", "\u00ff\u00fd\u0018");
      assertThat(bea.say("Bea").hear("lobby> ")).doesNotContain("What shall");
    }
  }

  @Test
  void aLostPlayerTakesTheSeatAgainWithTheWords() throws IOException {
    String words;
    try (Peer bea = new Peer(host.telnet())) {
      bea.hear("name? ");
      String welcome = bea.say("Bea", "new yard").hear("\n> ");
      words = welcome.replaceAll("(?s).*resume\\s+([a-z-]+).*", "$1");
      bea.say("take bucket").hear("\n> ");
      assertThat(bea.say("quit").hearTheEnd()).contains("resume " + words);
    }
    try (Peer bea = new Peer(host.telnet())) {
      bea.say("resume " + words).hear("\n> ");
      assertThat(bea.say("inventory").hear("\n> ")).contains("bucket");
    }
  }

  @Test
  void aLockedGameAsksForItsPassword() throws IOException {
    try (Peer bea = new Peer(host.telnet());
        Peer cat = new Peer(host.telnet())) {
      String session = create(bea, "Bea", " tea");
      cat.say("Cat", "join " + session).hear("password? ");
      cat.say("coffee").hear("Try again, or press Enter to go back.");
      cat.hear("password? ");
      cat.say("").hear("lobby> ");
      cat.say("join " + session).hear("password? ");
      cat.say("tea").hear("\n> ");
    }
  }

  @Test
  void whatIsPipedInIsAnsweredToItsEnd() throws IOException {
    try (Peer bea = new Peer(host.telnet())) {
      bea.say("Bea", "new yard", "take bucket", "inventory", "xyzzyplugh").endOutput();
      String heard = bea.hearTheEnd();
      assertThat(heard.split("To take your seat again", -1))
          .hasSize(3); // told at the start and at the end
      assertThat(heard)
          .contains("The Yard", "You take the tin bucket.", "You are carrying", "resume ");
    }
  }

  @Test
  void refusalsAreWordsAndTheServerGoesOn() throws IOException {
    try (Peer bea = new Peer(host.telnet());
        Peer cat = new Peer(host.telnet());
        Peer dan = new Peer(host.telnet())) {
      bea.say("Bea").hear("lobby> ");
      assertThat(bea.say("new moon").hear("lobby> ")).contains("moon");
      assertThat(bea.say("join otter-1").hear("lobby> ")).contains("otter-1");
      String session = create(bea, "", "");
      cat.say("Bea", "join " + session).hear("name? ");
      cat.hear("name? ");
      cat.say("Cat").hear("\n> ");
      dan.say("Dan", "join " + session).hear("lobby> ");
      assertThat(dan.hear("lobby> ")).containsIgnoringCase("full");
    }
  }

  @Test
  void aLineThatIsTooLongIsAnsweredAndTheNextOneWorks() throws IOException {
    try (Peer bea = new Peer(host.telnet())) {
      create(bea, "Bea", "");
      assertThat(bea.say("x".repeat(1_000_000)).hear("\n> ")).contains("too long");
      assertThat(bea.say("look").hear("\n> ")).contains("The Yard");
    }
  }

  @Test
  void stoppingTellsThePlayers() throws IOException {
    try (Peer bea = new Peer(host.telnet())) {
      create(bea, "Bea", "");
      host.close();
      assertThat(bea.hearTheEnd())
          .contains("To come back to your seat: resume ", "The server stops now.");
    }
  }

  /** Logs in if need be, starts a game and gives its code. */
  private static String create(Peer peer, String name, String password) throws IOException {
    if (!name.isEmpty()) {
      peer.say(name).hear("lobby> ");
    }
    String welcome = peer.say("new yard" + password).hear("\n> ");
    return welcome.replaceAll("(?s).*You sit in ([a-z0-9-]+) .*", "$1");
  }
}

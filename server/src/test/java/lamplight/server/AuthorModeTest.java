package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Debug verbs over real sockets: for the host of a game in author mode, and for nobody else. */
class AuthorModeTest {

  @Test
  void theHostOfAGameTracesAsksWhyAndMoves() throws Exception {
    try (Host host = new Host(Host.WORLDS, true);
        Peer bea = new Peer(host.telnet());
        Peer cat = new Peer(host.sync())) {
      String seated = bea.say("Bea", "new yard").hear("\n> ");
      String code = seated.replaceAll("(?s).*join ([a-z]+-\\d+).*", "$1");
      bea.say("#help").hear("#why: why your last command was refused");
      bea.say("#why").hear("You have typed no command yet.");
      bea.say("take pump", "#why").hear("The standard action refused it (not_possible, text ");
      bea.say("#trace on").hear("Commands are traced.");
      bea.say("take pump").hear("refused: not_possible");
      bea.say("#trace off", "#goto barn").hear("Straw, mostly.");

      cat.say("JOIN:" + code + ":Cat", "CMD#1:#goto barn");
      cat.hear("ERROR#1:unknown_word:I do not know how to");
      assertThat(host.reports()).isEmpty();
    }
  }

  @Test
  void withoutTheModeAHostHasNone() throws Exception {
    try (Host host = new Host();
        Peer bea = new Peer(host.telnet())) {
      bea.say("Bea", "new yard", "#goto barn").hear("I do not know how to");
      bea.say("look").hear("A yard with a pump.");
    }
  }
}

package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lamplight.server.runtime.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Mill, played with the clients that people have, each in a real terminal. */
class RealClientsTest {
  private static final Pattern SESSION = Pattern.compile("You sit in ([a-z]+-[0-9]+) as");
  private static final Pattern REJOIN = Pattern.compile("resume ([a-z]+-[a-z]+-[a-z]+)");
  private static final String PASSWORD = "tea-at-five";

  /** How the yard begins once it was seen, wrapped for a window of 60 columns. */
  private static final String WRAPPED = "The old mill leans over a cobbled yard. The mill door is";

  /** What is typed, and how its answer begins: ten of the words that the Mill teaches. */
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("examine bench", "It was a pew once."),
          List.of("read board", "HELP lists more words."),
          List.of("talk to tilda", "You could ask Tilda about wheel"),
          List.of("ask tilda about key", "Bramble has it."),
          List.of("east", "Six ducks wait on it."),
          List.of("take herring from basket", "You take the salted herring."),
          List.of("inventory", "You are carrying a salted herring."),
          List.of("eat herring", "it has no eyelids."),
          List.of("west", "Tilda the miller sits on the bench"),
          List.of("xyzzyplugh", "xyzzyplugh"));

  /** Each client: its program, how it gets to a server, and what it cannot do. */
  enum Client {
    TINTIN("tt++", "#session lamplight 127.0.0.1 %d", true, true),
    TINYFUGUE("tf", "", false, true),
    TELNET("telnet", "", true, true),
    KBTIN("KBtin", "#session lamplight 127.0.0.1 %d", true, true),
    NETCAT("nc", "", true, false);

    private final String program;
    private final String connect;

    /** Whether words outside of ASCII arrive, both ways. */
    private final boolean utf8;

    /** Whether it tells its window's size and hides what is typed when asked to. */
    private final boolean telnet;

    Client(String program, String connect, boolean utf8, boolean telnet) {
      this.program = program;
      this.connect = connect;
      this.utf8 = utf8;
      this.telnet = telnet;
    }

    private boolean isInstalled() {
      return Pane.program(program).isPresent();
    }

    private Pane start(Path home, int port) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Pane.program(program).orElseThrow().toString());
      if (this == TINYFUGUE) {
        command.add("-n");
      }
      if (connect.isEmpty()) {
        command.addAll(List.of("127.0.0.1", String.valueOf(port)));
      }
      Pane pane = new Pane(home, command);
      if (!connect.isEmpty()) {
        pane.see("#"); // its greeting names commands
        pane.say(connect.formatted(port));
      }
      pane.see("name?");
      return pane;
    }
  }

  @TempDir private Path home;
  private Host host;

  @BeforeEach
  void open() throws RefusedException {
    assumeTrue(Pane.program("tmux").isPresent(), "tmux is not installed");
    host = new Host(Path.of("..", "worlds", "mill"), false);
  }

  @AfterEach
  void close() {
    if (host != null) {
      host.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClientPlaysAndComesBack(Client client) throws IOException {
    assumeTrue(client.isInstalled(), client.program + " is not installed");
    try (Peer ann = new Peer(host.telnet())) {
      ann.say("Ann", "new mill " + PASSWORD);
      String session = first(SESSION, ann.hear("\n> "));
      String words;
      try (Pane pane = client.start(home, host.telnet())) {
        logIn(client, pane, session);
        words = first(REJOIN, pane.see("To take your seat again: resume"));
        pane.see("Exits:");
        for (List<String> command : COMMANDS) {
          pane.say(command.get(0)).see(command.get(1));
        }
        speak(client, pane, ann);
        if (client.telnet) {
          pane.resize(60, 40).sayUntilARowIs("look", WRAPPED);
        }
      }
      ann.hear("Bea");
      try (Pane pane = client.start(home, host.telnet())) {
        pane.say("resume " + words).see("You sit in " + session);
        pane.say("inventory").see("You are carrying a salted herring.");
        pane.say("quit").see("Your seat in " + session + " is kept.");
      }
    }
    assertThat(host.reports()).isEmpty();
  }

  private static void logIn(Client client, Pane pane, String session) throws IOException {
    pane.say("Bea").see("lobby>");
    pane.say("join " + session).see("password?");
    pane.say(PASSWORD).see("You sit in " + session + " as bea");
    boolean seen = String.join("\n", pane.rows()).contains(PASSWORD);
    assertThat(seen).as("the password is to be read on the screen").isEqualTo(!client.telnet);
  }

  private static void speak(Client client, Pane pane, Peer ann) throws IOException {
    ann.say("say naïve ✓ 漢");
    pane.see(client.utf8 ? "naïve ✓ 漢" : "naive ? ?");
    String words = client.utf8 ? "héllo ✓ 漢 for all" : "hello for all";
    pane.say("say " + words).see("You say");
    ann.hear(new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }

  @Test
  void telnetIsServedInBothOfItsModes() throws IOException {
    assumeTrue(Client.TELNET.isInstalled(), "telnet is not installed");
    try (Pane pane = Client.TELNET.start(home, host.telnet())) {
      pane.say("Bea").see("lobby>");
      pane.say("new mill").see("Exits:");
      pane.press("C-c").say("inventory").see("You are carrying nothing.");
      pane.press("C-]").see("telnet>");
      pane.say("mode character").press("Enter");
      pane.type("say héllo 漢x").see("> say héllo 漢x");
      pane.press("BSpace", "BSpace", "Up")
          .type("you gone")
          .press("C-w")
          .type("there")
          .press("Enter");
      pane.see("You say, “héllo you there” >");
      pane.press("C-]")
          .see("there” > telnet>"); // not the one from before: it would lose what is typed
      pane.say("send ayt").see("[yes]");
    }
  }

  @Test
  void clientsHearEachOther() throws IOException {
    List<Client> clients =
        Arrays.stream(Client.values()).filter(Client::isInstalled).limit(4).toList();
    assumeTrue(clients.size() > 1, "fewer than two clients are installed");
    List<Pane> panes = new ArrayList<>();
    try {
      String session = "";
      for (Client client : clients) {
        Pane pane = client.start(home, host.telnet());
        panes.add(pane);
        pane.say(nameOf(client)).see("lobby>");
        pane.say(session.isEmpty() ? "new mill" : "join " + session);
        session = first(SESSION, pane.see(" as " + nameOf(client).toLowerCase(Locale.ROOT)));
      }
      for (int i = 0; i < clients.size(); i++) {
        String words = "I play with " + nameOf(clients.get(i));
        panes.get(i).say("say " + words);
        for (Pane pane : panes) {
          pane.see(words);
        }
      }
    } finally {
      for (Pane pane : panes) {
        pane.close();
      }
    }
  }

  private static String nameOf(Client client) {
    return client.name().charAt(0) + client.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("\"%s\" in:\n%s", pattern, text).isTrue();
    return matcher.group(1);
  }
}

package lamplight.worlds.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server goes away and comes back, with everything real: Lamplight's clients are back by
 * themselves and read what they missed, and whoever plays by telnet has read how to come back.
 */
class RestartIT {
  private static final Pattern CODE = Pattern.compile("· ([a-z]+-\\d+) ");
  private static final Pattern WAY_BACK =
      Pattern.compile("To come back to your seat: (resume \\S+)");
  private static final Pattern READY_TWICE = Pattern.compile("(?s)ready .*ready telnet");
  private static final String STOPS = "The server stops now.";

  @TempDir Path data;

  private final int telnetPort;
  private final int syncPort;

  /** Ports that the next start has too. */
  RestartIT() throws IOException {
    try (ServerSocket one = new ServerSocket(0);
        ServerSocket other = new ServerSocket(0)) {
      telnetPort = one.getLocalPort();
      syncPort = other.getLocalPort();
    }
  }

  @BeforeAll
  static void the_build_is_fresh() throws IOException, InterruptedException {
    assumeTrue(
        Program.hasScreens(), "only util-linux's script makes a terminal as this test needs it");
    Program.trustTheBuild();
  }

  @Test
  void everybody_is_at_the_table_again_after_an_ordered_restart_and_after_a_signal()
      throws Exception {
    Program server = serve();
    try (Program screen = Program.onScreen(data, play("Ann", "--world", "mill"))) {
      String code = screen.line().awaitMatch(CODE).group(1);
      try (Program prompt = Program.onScreen(data, play("Bea", "--session", code, "--line"));
          Program plain = Program.lamplight(data, play("Cy", "--session", code, "--plain"))) {
        List<Program> clients = List.of(screen, prompt, plain);
        Line dan = telnet("join " + code);
        for (Program client : clients) {
          client.line().awaitWords("Dan");
        }

        plain.signal("STOP"); // it sleeps through all of it
        try (Program admin = Program.lamplight(data, "admin", "restart")) {
          assertThat(admin.exitCode()).isZero();
        }
        server.line().awaitMatch(READY_TWICE);
        dan = backAtTelnet(dan);
        say(dan, "I am back again.");
        plain.signal("CONT");
        awaitAll(clients, "I am back again.");
        screen.line().type("say Ann, too.\r");
        dan.awaitWords("Ann, too.");

        server.terminate();
        assertThat(server.exitCode()).isZero();
        server.close();
        server = serve();
        dan = backAtTelnet(dan);
        say(dan, "That was the second time.");
        awaitAll(clients, "That was the second time.");
        plain.line().type("say Cy, too.\n");
        dan.awaitWords("Cy, too.");
        assertThat(plain.line().text()).containsOnlyOnce("I am back again.").contains(STOPS);
      }
    } finally {
      server.close();
    }
  }

  private Program serve() throws IOException {
    Program server =
        Program.lamplight(
            data, "serve", "--telnet-port", "" + telnetPort, "--sync-port", "" + syncPort);
    server.line().awaitWords("ready telnet=" + telnetPort);
    return server;
  }

  private String[] play(String name, String... more) {
    String[] words = {"play", "localhost:" + syncPort, "--name", name};
    return Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private static void awaitAll(List<Program> clients, String words) {
    clients.forEach(client -> client.line().awaitWords(words));
  }

  private Line telnet(String arrival) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), telnetPort);
    Line line = new Line("telnet", socket.getInputStream(), socket.getOutputStream(), new Telnet());
    line.awaitWords("What shall the others call you?");
    line.type("Dan\r\n");
    line.awaitWords("lobby>");
    line.type(arrival + "\r\n");
    return line;
  }

  private static void say(Line line, String words) {
    line.type("say " + words + "\r\n");
  }

  private Line backAtTelnet(Line before) throws IOException, InterruptedException {
    String words = before.awaitMatch(WAY_BACK).group(1);
    before.awaitWords(STOPS);
    before.awaitEnd();
    return telnet(words);
  }
}

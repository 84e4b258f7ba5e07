package lamplight.worlds.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Lamplight is for, with everything real: one server, one player in the full-screen client,
 * one at telnet, one who watches with netcat. They follow the world's own transcript for two.
 */
class MainJobIT {
  private static final String WORLD = "sunken-library";
  private static final String ENDING = "It begins with the inkwells, which tremble.";

  private static final String CONTROL_C = "\3";

  /** Screens break lines where they like; this much of a line's beginning stands together. */
  private static final int UNBROKEN = 30;

  private static final Pattern READY = Pattern.compile("ready telnet=(\\d+) sync=(\\d+)");
  private static final Pattern CODE = Pattern.compile("· ([a-z]+-\\d+) ");

  @TempDir Path data;

  @BeforeAll
  static void the_build_is_fresh() throws IOException, InterruptedException {
    assumeTrue(
        Program.hasScreens(), "only util-linux's script makes a terminal as this test needs it");
    Program.trustTheBuild();
  }

  @Test
  void three_people_play_the_sunken_library_to_its_ending() throws Exception {
    Script script =
        Script.read(Program.HOME.resolve("worlds/" + WORLD + "/tests/two-players.transcript"));
    String ann = script.players().get(0);
    String bea = script.players().get(1);

    try (Program server =
        Program.lamplight(data, "serve", "--telnet-port", "0", "--sync-port", "0")) {
      Matcher ready = server.line().awaitMatch(READY);
      int telnetPort = Integer.parseInt(ready.group(1));
      int syncPort = Integer.parseInt(ready.group(2));

      try (Program client =
              Program.onScreen(
                  data, "play", "localhost:" + syncPort, "--name", ann, "--world", WORLD);
          Socket telnet = new Socket(InetAddress.getLoopbackAddress(), telnetPort);
          Socket netcat = new Socket(InetAddress.getLoopbackAddress(), syncPort)) {
        String code = client.line().awaitMatch(CODE).group(1);
        Seat anns = new Seat(client.line(), "\r");
        Seat beas = atTelnet(telnet, bea, code);
        Replica replica = new Replica();
        Line watcher = watching(netcat, code, replica);

        for (Iterator<Script.Turn> turns = script.turns().iterator(); turns.hasNext(); ) {
          Script.Turn turn = turns.next();
          Seat seat = turn.player().equals(ann) ? anns : beas;
          if (turns.hasNext()) {
            seat.play(turn.command());
          } else {
            seat.type(turn.command()); // the game is over then, and listens to nothing
          }
          for (Script.Reading reading : turn.readings()) {
            Line line = reading.player().equals(ann) ? anns.line() : beas.line();
            line.awaitWords(beginning(reading.words()));
          }
        }

        for (Line line : List.of(anns.line(), beas.line(), watcher)) {
          line.awaitWords(ENDING);
        }
        String score = "SCORE:party:" + script.score() + ":" + script.score();
        watcher.await(score, text -> replica.entry("SCORE:party").equals(score));

        Map<String, String> held = replica.entries();
        int blocks = replica.blocks();
        watcher.type("SYNC_REQUEST:0:00000000\n");
        watcher.await("a snapshot", text -> replica.blocks() > blocks);
        assertThat(replica.entries()).as("made of deltas, and afresh").isEqualTo(held);

        server.terminate();
        assertThat(server.exitCode()).isZero();
        watcher.awaitWords("BYE:shutdown:");
        beas.line().awaitWords("The server stops now.");
        anns.line().awaitWords("The server stops now.");
        client.line().type(CONTROL_C);
        client.line().awaitWords("Ctrl-C again");
        client.line().type(CONTROL_C);
        assertThat(client.exitCode()).isZero();
      }
    }
  }

  private static Seat atTelnet(Socket socket, String name, String code) throws IOException {
    Line line = line("telnet", socket, new Telnet());
    Seat seat = new Seat(line, "\r\n");
    line.awaitWords("What shall the others call you?");
    seat.type(name);
    line.awaitWords("lobby>");
    seat.type("join " + code);
    line.awaitWords("resume ");
    return seat;
  }

  private static Line watching(Socket socket, String code, Replica replica) throws IOException {
    Line line = line("netcat", socket, replica);
    line.type("JOIN:" + code + ":Cat\n");
    line.await("a snapshot", text -> replica.blocks() > 0);
    return line;
  }

  private static Line line(String name, Socket socket, Paper paper) throws IOException {
    return new Line(name, socket.getInputStream(), socket.getOutputStream(), paper);
  }

  private static String beginning(String words) {
    return words.length() <= UNBROKEN
        ? words
        : words.substring(0, words.lastIndexOf(' ', UNBROKEN));
  }
}

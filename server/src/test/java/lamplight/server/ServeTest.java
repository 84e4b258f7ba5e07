package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lamplight.server.admin.LamplightCommand;
import lamplight.server.transport.door.TlsDoorTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} as a process of its own: the ready line, and the clean stop. */
class ServeTest {
  private static final Pattern READY = Pattern.compile("ready telnet=(\\d+) sync=(\\d+)");

  @TempDir Path temp;

  @Test
  void servesUntilItIsToldToStopAndEndsWithZero() throws Exception {
    Path errors = temp.resolve("errors");
    Process server = serve(errors);
    try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
      Matcher ready = READY.matcher(String.valueOf(out.readLine()));
      assertThat(ready.matches()).isTrue();
      try (Peer bea = new Peer(Integer.parseInt(ready.group(1)));
          Peer cat = new Peer(Integer.parseInt(ready.group(2)))) {
        bea.say("Bea", "new yard").hear("\n> ");
        cat.say("LIST").hear("END\n");
        server.toHandle().destroy(); // SIGTERM; the process's own method would close its output
        assertThat(bea.hearTheEnd()).contains("The server stops now.");
        assertThat(cat.hearTheEnd()).contains("BYE:shutdown:The server stops now.");
      }
      assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(server.exitValue()).isZero();
      assertThat(out.readLine()).as("the ready line is the only one").isNull();
    } finally {
      server.destroyForcibly();
    }
    assertThat(Files.readString(errors))
        .contains("To join:", "telnet 127.0.0.1 ")
        .contains("ruin") // the world that does not load is named, and the server goes on
        .doesNotContain("Exception");
  }

  /** What the launcher does then is done here: it starts the server again with the same ports. */
  @Test
  void aRestartEndsWithItsCodeAndOpensAllPortsAgain() throws Exception {
    String[] ports = {"0", "0"};
    Started first = start(ports);
    String words;
    try (Peer bea = new Peer(TlsDoorTest.tlsTo(first.port("tls")))) {
      words = bea.say("Bea", "new yard").hear("\n> ").replaceAll("(?s).*resume ([a-z-]+).*", "$1");
      String data = temp.resolve("data").toString();
      assertThat(LamplightCommand.commandLine().execute("admin", "--data", data, "restart"))
          .isZero();
      assertThat(bea.hearTheEnd()).contains("resume " + words);
      assertThat(first.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(first.process().exitValue()).isEqualTo(75);
    } finally {
      first.process().destroyForcibly();
    }
    ports[0] = Integer.toString(first.port("web"));
    ports[1] = Integer.toString(first.port("tls"));
    Started again = start(ports);
    try (Peer bea = new Peer(TlsDoorTest.tlsTo(first.port("tls")));
        Peer monitor = new Peer(first.port("web"))) {
      bea.say("resume " + words).hear("\n> ");
      monitor.say("GET /health HTTP/1.1\r", "\r").hear("\"status\":\"ok\"");
      assertThat(again.certificate()).as("as it was").isEqualTo(first.certificate());
    } finally {
      again.process().destroyForcibly();
    }
  }

  /** A server that is ready, with what it said on both of its outputs. */
  private record Started(Process process, String ready, String directions) {
    int port(String name) {
      return Integer.parseInt(ready.replaceAll(".* " + name + "=(\\d+).*", "$1"));
    }

    String certificate() {
      return directions.replaceAll("(?s).* SHA-256 ([0-9A-F:]+).*", "$1");
    }
  }

  private Started start(String[] webAndTls) throws IOException {
    Path errors = temp.resolve("errors");
    Process process = serve(errors, "--web-port", webAndTls[0], "--tls-port", webAndTls[1]);
    String ready = process.inputReader(StandardCharsets.UTF_8).readLine();
    return new Started(process, String.valueOf(ready), Files.readString(errors));
  }

  private Process serve(Path errors, String... more) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath, "lamplight.server.Main", "serve"));
    command.addAll(List.of("--telnet-port", "0", "--sync-port", "0"));
    command.addAll(List.of("--data", temp.resolve("data").toString()));
    command.addAll(List.of("--worlds", Host.WORLDS.toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command).redirectError(errors.toFile()).start();
  }
}

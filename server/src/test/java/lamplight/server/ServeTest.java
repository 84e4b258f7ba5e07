package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private Process serve(Path errors) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            "lamplight.server.Main",
            "serve",
            "--telnet-port",
            "0",
            "--sync-port",
            "0",
            "--data",
            temp.resolve("data").toString(),
            "--worlds",
            Host.WORLDS.toString())
        .redirectError(errors.toFile())
        .start();
  }
}

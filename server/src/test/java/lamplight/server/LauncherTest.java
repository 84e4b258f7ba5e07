package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./lamplight} as the parent of a server, with a script in place of Java. */
class LauncherTest {
  private static final String RESTARTS_ONCE =
      """
      #!/bin/sh
      echo started
      [ -e "$0.again" ] && exit 7
      : >"$0.again"
      exit 75
      """;

  private static final String RESTARTS_WHEN_TOLD_TO_STOP =
      """
      #!/bin/sh
      trap 'exit 75' TERM
      echo started
      while :; do sleep 0.1; done
      """;

  @TempDir Path folder;

  private Process serve(String java) throws IOException {
    Path launcher = folder.resolve("lamplight");
    Files.copy(Path.of("..", "lamplight"), launcher);
    Files.createDirectories(folder.resolve("server/target"));
    Files.createFile(folder.resolve("server/target/lamplight-server.jar"));
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    Files.writeString(bin.resolve("java"), java);
    Files.setPosixFilePermissions(
        bin.resolve("java"), PosixFilePermissions.fromString("rwx------"));
    ProcessBuilder serve = new ProcessBuilder("sh", launcher.toString(), "serve");
    serve.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    return serve.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static int exit(Process process) throws InterruptedException {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void a_server_that_asks_for_it_is_started_again_and_ends_with_its_own_code() throws Exception {
    Process serving = serve(RESTARTS_ONCE);
    try (BufferedReader out = serving.inputReader()) {
      assertThat(exit(serving)).isEqualTo(7);
      assertThat(out.lines()).containsExactly("started", "started");
    }
  }

  @Test
  void a_server_that_is_told_to_stop_while_it_starts_again_stays_stopped() throws Exception {
    Process serving = serve(RESTARTS_WHEN_TOLD_TO_STOP);
    try (BufferedReader out = serving.inputReader()) {
      assertThat(out.readLine()).isEqualTo("started");
      serving.toHandle().destroy(); // and its output can still be read
      assertThat(exit(serving)).isZero();
      assertThat(out.lines()).isEmpty();
    }
  }
}

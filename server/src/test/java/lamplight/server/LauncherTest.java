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

/** The script {@code ./lamplight} as the parent of a server, with scripts for Java and Maven. */
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

  private static final String RESTARTS_EDITED =
      """
      #!/bin/sh
      echo started
      [ -e "$0.again" ] && exit 7
      echo "$PPID" >"$0.again"
      echo edited >"${0%/*}/../../pom.xml"
      exit 75
      """;

  private static final String CANNOT_BUILD =
      """
      #!/bin/sh
      [ "$1" = --version ] && echo Apache Maven 3.9.9 && exit
      echo a mistake in the edit
      exit 1
      """;

  private static final String STOPPED_WHILE_BUILT =
      """
      #!/bin/sh
      [ "$1" = --version ] && echo Apache Maven 3.9.9 && exit
      trap 'exit 143' TERM
      kill -TERM "$(cat "${0%/*}/java.again")"
      while :; do sleep 0.1; done
      """;

  @TempDir Path folder;

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private Path said() {
    return folder.resolve("said");
  }

  private Process serve(String java) throws IOException {
    return serve(java, CANNOT_BUILD);
  }

  private Process serve(String java, String maven) throws IOException {
    Path launcher = folder.resolve("lamplight");
    Files.copy(Path.of("..", "lamplight"), launcher);
    Files.createDirectories(folder.resolve("server/target"));
    Files.createFile(folder.resolve("server/target/lamplight-server.jar"));
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    script(bin.resolve("java"), java);
    script(bin.resolve("javac"), "");
    script(bin.resolve("mvn"), maven);
    ProcessBuilder serve = new ProcessBuilder("sh", launcher.toString(), "serve");
    serve.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    serve.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
    return serve.redirectError(said().toFile()).start();
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
  void a_server_whose_edit_cannot_be_built_goes_on_as_it_was() throws Exception {
    Process serving = serve(RESTARTS_EDITED);
    try (BufferedReader out = serving.inputReader()) {
      assertThat(exit(serving)).isEqualTo(7);
      assertThat(out.lines()).containsExactly("started", "started");
    }
    assertThat(said())
        .content()
        .contains(
            "a mistake in the edit",
            "and in " + folder.toRealPath().resolve(".lamplight/build.log"),
            "the server goes on with the program that was built before");
    assertThat(folder.resolve(".lamplight/build.lock")).doesNotExist();
  }

  @Test
  void a_server_that_is_told_to_stop_while_it_is_built_stays_stopped() throws Exception {
    Process serving = serve(RESTARTS_EDITED, STOPPED_WHILE_BUILT);
    try (BufferedReader out = serving.inputReader()) {
      assertThat(exit(serving)).isZero();
      assertThat(out.lines()).containsExactly("started");
    }
    assertThat(said()).content().endsWith("the build was stopped\n");
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

package lamplight.tui.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import lamplight.tui.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A launcher that says what a server would. */
@DisabledOnOs(OS.WINDOWS)
class ServerProcessTest {
  @TempDir private Path folder;

  private Path launcher(String script) throws IOException {
    Path launcher = Files.writeString(folder.resolve("lamplight"), "#!/bin/sh\n" + script);
    return Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
  }

  private static void unheard() {}

  @Test
  void itIsReadyWhenItSaysSoAndEndsWithUs() throws IOException {
    Path pid = folder.resolve("pid");
    Path launcher =
        launcher(
            "echo $$ >" + pid + "; echo building; echo ready telnet=4 sync=5; exec sleep 600\n");
    try (ServerProcess server = new ServerProcess(launcher, Words.ENGLISH)) {
      assertThat(server.start(false, ServerProcessTest::unheard))
          .isEqualTo(new ServerProcess.Ports("127.0.0.1", 4, 5));
    }
    long process = Long.parseLong(Files.readString(pid).strip());
    assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void whereThePortsAreTakenItGetsFreeOnes() throws IOException {
    Path launcher = launcher("[ $# -gt 3 ] && echo ready telnet=6 sync=7 && exec sleep 600\n");
    try (ServerProcess server = new ServerProcess(launcher, Words.ENGLISH)) {
      assertThat(server.start(false, ServerProcessTest::unheard).sync()).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lamplight: building the server with Maven (the first time takes a minute or two), 1",
    "lamplight: the server is older than its sources: building it with Maven, 1",
    "'lamplight: another build is running (process 17), waiting for it', 1",
    "A world was built in vain, 0"
  })
  void whoeverWaitsForABuildIsToldOfIt(String said, int times) throws IOException {
    AtomicInteger told = new AtomicInteger();
    Path launcher =
        launcher("echo '" + said + "' >&2; echo ready telnet=4 sync=5; exec sleep 600\n");
    try (ServerProcess server = new ServerProcess(launcher, Words.ENGLISH)) {
      server.start(false, told::incrementAndGet);
    }
    assertThat(told).hasValue(times);
  }

  @Test
  void whatItSaidLastIsWhyItCannotBeStarted() throws IOException {
    try (ServerProcess server =
        new ServerProcess(launcher("echo The folder is locked. >&2\n"), Words.ENGLISH)) {
      assertThatThrownBy(() -> server.start(true, ServerProcessTest::unheard))
          .hasMessage("The folder is locked.");
    }
  }

  @Test
  void withoutALauncherThatIsSaid() {
    try (ServerProcess server = new ServerProcess(folder.resolve("nothing"), Words.ENGLISH)) {
      assertThatThrownBy(() -> server.start(true, ServerProcessTest::unheard))
          .isInstanceOf(IOException.class);
    }
  }
}

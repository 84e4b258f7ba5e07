package lamplight.worlds.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process, as its launcher starts it. */
final class Program implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private static final int COLUMNS = 120;

  /** So tall that no answer scrolls away before it is read. */
  private static final int ROWS = 150;

  /** The checkout: tests run in the folder of their module. */
  static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  private final Process process;
  private final Line line;

  private Program(Process process, Line line) {
    this.process = process;
    this.line = line;
  }

  /** Starts {@code ./lamplight} with these words. */
  static Program lamplight(Path data, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(HOME.resolve("lamplight").toString()));
    command.addAll(List.of(words));
    return start(data, Paper.roll(), command);
  }

  /** Whether this machine has the program that {@link #onScreen} needs. */
  static boolean hasScreens() throws InterruptedException {
    try {
      Process script = new ProcessBuilder("script", "--version").redirectErrorStream(true).start();
      String version = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return script.waitFor() == 0 && version.contains("util-linux");
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Starts {@code ./lamplight} with these words on a full screen. {@code script}, which every Linux
   * has, gives it a terminal; what it draws there can be read as a person reads it.
   */
  static Program onScreen(Path data, String... words) throws IOException {
    String command =
        "stty rows %d cols %d; exec '%s' %s"
            .formatted(ROWS, COLUMNS, HOME.resolve("lamplight"), String.join(" ", words));
    return start(data, new Screen(COLUMNS, ROWS), List.of("script", "-qefc", command, "/dev/null"));
  }

  private static Program start(Path data, Paper paper, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(data.toFile()).redirectErrorStream(true);
    builder.environment().put("XDG_DATA_HOME", data.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TERM", "xterm-256color");
    Process process = builder.start();
    String name = String.join(" ", command);
    return new Program(
        process, new Line(name, process.getInputStream(), process.getOutputStream(), paper));
  }

  /**
   * Says that the runnable jars are of this build. Maven leaves a jar that it would write the same
   * alone, date and all, and the launcher would then build it again while Maven is at work here.
   */
  static void trustTheBuild() throws IOException {
    for (String jar :
        List.of("server/target/lamplight-server.jar", "tui-client/target/lamplight-client.jar")) {
      Path file = HOME.resolve(jar);
      if (!Files.exists(file)) {
        throw new IOException(
            file + " is not there; \"mvn verify\" in " + HOME + " builds it first");
      }
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }
  }

  Line line() {
    return line;
  }

  /** Asks it to stop, as {@code kill} does. */
  void terminate() {
    process.destroy();
  }

  /** Sends it a signal by its name. */
  void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    int code = new ProcessBuilder("kill", "-s", name, pid).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException("kill -s " + name + " " + pid + " ended with " + code);
    }
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end; it said:\n" + line.text());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}

package lamplight.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A program in a terminal of its own, driven by {@code tmux}: what is typed into it, and what its
 * screen shows. It fails instead of waiting for ever.
 */
public final class Pane implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;
  private static final long LOOK_MILLIS = 50;
  private static final int COLUMNS = 100;
  private static final int ROWS = 40;
  private static final AtomicInteger LAST = new AtomicInteger();

  private final String socket = "lamplight-" + ProcessHandle.current().pid() + "-" + next();

  private static int next() {
    return LAST.incrementAndGet();
  }

  /** Starts a program in an empty home folder, with a terminal that has UTF-8. */
  public Pane(Path home, List<String> program) throws IOException {
    List<String> start =
        new ArrayList<>(List.of("-u", "new-session", "-d", "-x", String.valueOf(COLUMNS), "-y"));
    start.addAll(List.of(String.valueOf(ROWS), "env", "LC_ALL=C.UTF-8", "HOME=" + home));
    start.addAll(program);
    start.addAll(List.of(";", "set-option", "remain-on-exit", "on")); // its last words are read
    tmux(start.toArray(String[]::new));
  }

  /** Where a program is, if it is installed. */
  public static Optional<Path> program(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of((path + ":/usr/bin:/usr/games").split(":", -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Types a line and Enter. */
  public Pane say(String line) throws IOException {
    return type(line).press("Enter");
  }

  /** Presses a key, by the name that {@code tmux} has for it: {@code C-c}, {@code BSpace}. */
  public Pane press(String... keys) throws IOException {
    for (String key : keys) {
      tmux("send-keys", key);
    }
    return this;
  }

  /** Types words without Enter. */
  public Pane type(String words) throws IOException {
    tmux("send-keys", "-l", "--", words);
    return this;
  }

  public Pane resize(int columns, int rows) throws IOException {
    tmux("resize-window", "-x", String.valueOf(columns), "-y", String.valueOf(rows));
    return this;
  }

  /** The rows of the screen. */
  public List<String> rows() throws IOException {
    return tmux("capture-pane", "-p").lines().map(String::stripTrailing).toList();
  }

  /** Waits until the screen shows words, wherever its lines break; gives all that it shows. */
  public String see(String words) throws IOException {
    return await(text -> text.contains(words), "\"" + words + "\"");
  }

  /** Waits until the screen, with all blanks as one, is as wanted. */
  private String await(Predicate<String> wanted, String what) throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      String text = String.join(" ", rows()).replaceAll("\\s+", " ");
      if (wanted.test(text)) {
        return text;
      }
      if (System.nanoTime() > until) {
        throw new AssertionError("waiting for " + what + " on:\n" + String.join("\n", rows()));
      }
      pause();
    }
  }

  /** Says a line again and again until a row of the screen is just these words. */
  public void sayUntilARowIs(String line, String row) throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (rows().stream().noneMatch(row::equals)) {
      if (System.nanoTime() > until) {
        throw new AssertionError("no row is \"" + row + "\" in:\n" + String.join("\n", rows()));
      }
      say(line);
      for (int i = 0; i < 20 && rows().stream().noneMatch(row::equals); i++) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Takes the terminal away, as when its window is closed. */
  @Override
  public void close() throws IOException {
    tmux("kill-server");
  }

  private String tmux(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", socket, "-f", "/dev/null"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

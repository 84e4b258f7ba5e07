package lamplight.server.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import lamplight.server.Host;
import lamplight.server.runtime.Clock;
import lamplight.server.store.JdbcStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a crowd in one room costs: {@code mvn -pl engine,server test -Pbench}. A whole server and
 * its telnet clients in one process, over real sockets, with everything durable; the clients'
 * processor time is taken off.
 *
 * <p>Columns: processor seconds of the server's threads for 1,000 commands, the same with what the
 * JVM's compilers and collectors took, seconds for 1,000 lines that were delivered, bytes allocated
 * and sent for a command, and commands a second.
 */
class CrowdBenchmark {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Path WORLDS = Path.of("src/test/resources/load");
  private static final int PLAYERS = Integer.getInteger("lamplight.bench.players", 100);
  private static final long WARM_UP_SECONDS = Long.getLong("lamplight.bench.warmup", 20);
  private static final long SECONDS = Long.getLong("lamplight.bench.seconds", 10);

  /** As many have pebbles of their own. */
  private static final int OWNERS = 16;

  /** The server's seconds are so short that nobody is too fast, once all sit. */
  private static final int HURRY = 500;

  @TempDir Path folder;

  private enum Scene {
    INVENTORY("inventory", "carrying", PLAYERS, 1),
    LOOK("look", "Paving", PLAYERS, 1),
    SAY("say Good evening.", "You say", PLAYERS, PLAYERS),
    TAKE("take round pebble {n},drop round pebble {n}", "You ", OWNERS, PLAYERS);

    private final String commands;
    private final String mark;
    private final int speakers;

    /** Players who are told of it. */
    private final int told;

    Scene(String commands, String mark, int speakers, int told) {
      this.commands = commands;
      this.mark = mark;
      this.speakers = speakers;
      this.told = told;
    }

    List<String> commands() {
      return List.of(commands.split(",", -1));
    }
  }

  @Test
  void whatACrowdCosts() throws Exception {
    Files.createDirectories(folder.resolve("run"));
    AtomicLong ahead = new AtomicLong();
    AtomicLong since = new AtomicLong(Long.MAX_VALUE);
    Clock system = Clock.system();
    Clock clock =
        () -> {
          long now = system.millis();
          return now + Math.max(0, now - since.get()) * HURRY + ahead.get();
        };
    try (Host host = new Host(WORLDS, false, JdbcStore.in(folder, false), clock);
        Crowd crowd = new Crowd(host.telnet(), PLAYERS, "square")) {
      since.set(system.millis());
      System.out.printf(
          Locale.ROOT,
          "%d players%n%-12s %10s %10s %10s %10s %10s %10s%n",
          PLAYERS,
          "",
          "CPU s",
          "with JVM",
          "a line",
          "allocated",
          "sent",
          "per s");
      String only = System.getProperty("lamplight.bench.scenes", "");
      for (Scene scene : Scene.values()) {
        if (only.isEmpty() || List.of(only.split(",", -1)).contains(scene.name())) {
          measure(crowd, scene);
        }
      }
    }
  }

  private void measure(Crowd crowd, Scene scene) throws IOException {
    int chunk = 200;
    long warm = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
    while (System.nanoTime() < warm) {
      crowd.play(scene.commands(), scene.mark, scene.speakers, chunk);
    }
    long began = System.nanoTime();
    long threads = others(THREADS::getThreadCpuTime);
    long allocated = others(THREADS::getThreadAllocatedBytes);
    long all = PROCESS.getProcessCpuTime() - THREADS.getCurrentThreadCpuTime();
    long sent = crowd.bytes();
    int count = 0;
    while (System.nanoTime() < began + SECONDS * 1_000_000_000L) {
      crowd.play(scene.commands(), scene.mark, scene.speakers, chunk);
      count += chunk;
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    double cpu = (others(THREADS::getThreadCpuTime) - threads) / 1e6 / count;
    System.out.printf(
        Locale.ROOT,
        "%-12s %10.4f %10.4f %10.4f %10d %10d %10.0f%n",
        scene,
        cpu,
        (PROCESS.getProcessCpuTime() - THREADS.getCurrentThreadCpuTime() - all) / 1e6 / count,
        cpu / scene.told,
        (others(THREADS::getThreadAllocatedBytes) - allocated) / count,
        (crowd.bytes() - sent) / count,
        count / seconds);
  }

  /** The sum over all threads but this one. */
  private static long others(LongUnaryOperator of) {
    long own = Thread.currentThread().getId();
    return Arrays.stream(THREADS.getAllThreadIds())
        .filter(id -> id != own)
        .map(of)
        .filter(value -> value > 0)
        .sum();
  }
}

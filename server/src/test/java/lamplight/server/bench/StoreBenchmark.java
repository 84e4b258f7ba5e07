package lamplight.server.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lamplight.engine.session.Output;
import lamplight.engine.session.SessionId;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.store.Recovery;
import lamplight.server.Host;
import lamplight.server.store.JdbcStore;
import lamplight.server.store.Store;
import lamplight.server.store.StoreException;
import lamplight.server.store.Write;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What durability costs: {@code mvn -pl engine,server -am test -Pbench -Dtest=StoreBenchmark}, in
 * two minutes. A whole server and its clients in one process, over real sockets, on a clock that
 * goes so fast that nobody says too much.
 *
 * <p>Columns: commands a second, the answer's p50 and p99 in milliseconds, seconds of processor
 * time for 1,000 commands: of the journal's thread, of all the server's threads, and of all the JVM
 * but the clients (with its compiler and collector); commits that are synced for 1,000 commands.
 */
class StoreBenchmark {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String WORLD = System.getProperty("lamplight.bench.world", "pebbles");
  private static final Path WORLDS =
      Path.of(System.getProperty("lamplight.bench.worlds", "src/test/resources/crash"));
  private static final List<String> CHANGES =
      List.of(
          System.getProperty("lamplight.bench.commands", "take red pebble,drop red pebble")
              .split(",", -1));
  private static final Duration WARM_UP =
      Duration.ofSeconds(Long.getLong("lamplight.bench.warmup", 4));
  private static final Duration TIME = Duration.ofSeconds(Long.getLong("lamplight.bench.time", 5));

  @TempDir Path folder;

  /** Where games are kept. */
  enum Kept {
    NOWHERE,
    SQLITE
  }

  /** Who plays. */
  private enum Scene {
    LOOKING("one player, nothing changes", 1, 1, 5_000),
    ALONE("one player", 1, 1, 5_000),
    HOT("one player, 64 commands ahead", 1, 64, 5_000),
    MANY("200 sessions", 200, 1, 50),
    MANY_HOT("200 sessions, 8 commands ahead", 200, 8, 50);

    private final String words;
    private final int sessions;
    private final int ahead;
    private final int hurry;

    Scene(String words, int sessions, int ahead, int hurry) {
      this.words = words;
      this.sessions = sessions;
      this.ahead = ahead;
      this.hurry = hurry;
    }

    List<String> commands() {
      return this == LOOKING ? List.of("inventory") : CHANGES;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatDurabilityCosts(Kept kept) throws Exception {
    System.out.printf(
        "%-8s %-31s %8s %8s %8s %8s %8s %8s %8s%n",
        kept, "", "per s", "p50 ms", "p99 ms", "journal", "CPU s", "with JVM", "commits");
    String only = System.getProperty("lamplight.bench.scenes", "");
    for (Scene scene : Scene.values()) {
      if (only.isEmpty() || List.of(only.split(",", -1)).contains(scene.name())) {
        measure(kept, scene);
      }
    }
  }

  private void measure(Kept kept, Scene scene) throws Exception {
    Counting store =
        new Counting(
            kept == Kept.NOWHERE
                ? Optional.empty()
                : Optional.of(JdbcStore.in(fresh(scene.name()), false)));
    try (Host host = new Host(WORLDS, false, store, new HurriedClock(scene.hurry));
        Regulars players = new Regulars(host.sync(), scene.sessions, WORLD, scene.commands())) {
      players.play(WARM_UP, scene.ahead);
      long commits = store.commits.get();
      long began = System.nanoTime();
      long journal = threads("journal");
      long threads = threads("");
      long all = otherNanos();
      long[] nanos = players.play(TIME, scene.ahead);
      int count = nanos.length;
      System.out.printf(
          Locale.ROOT,
          "%-8s %-31s %8.0f %8.2f %8.2f %8.3f %8.3f %8.3f %8.1f%n",
          "",
          scene.words,
          count * 1e9 / (System.nanoTime() - began),
          nanos[count / 2] / 1e6,
          nanos[(int) (count * 0.99)] / 1e6,
          (threads("journal") - journal) / 1e6 / count,
          (threads("") - threads) / 1e6 / count,
          (otherNanos() - all) / 1e6 / count,
          (store.commits.get() - commits) * 1e3 / count);
    }
  }

  private Path fresh(String name) throws IOException {
    Path data = folder.resolve(name);
    Files.createDirectories(data.resolve("run"));
    return data;
  }

  /** Processor time of everything but the clients, which are this thread. */
  private static long otherNanos() {
    return PROCESS.getProcessCpuTime() - THREADS.getCurrentThreadCpuTime();
  }

  /** Processor time of the threads whose name begins so, but for this one. */
  private static long threads(String name) {
    long own = Thread.currentThread().getId();
    return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
        .filter(thread -> thread != null && thread.getThreadId() != own)
        .filter(thread -> thread.getThreadName().startsWith(name))
        .mapToLong(thread -> Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId())))
        .sum();
  }

  /**
   * How long a game of so many steps takes to come back, from a server's start to the first answer,
   * and how large it is.
   */
  @Test
  void whatAGameTakes() throws Exception {
    System.out.printf("%10s %12s %12s%n", "steps", "bytes", "back in ms");
    for (int steps : List.of(1_000, 10_000, 100_000)) {
      for (boolean keepAll : List.of(false, true)) {
        Path data = fresh(steps + "-" + keepAll);
        String seat;
        try (Host host = host(data, keepAll);
            Regulars players = new Regulars(host.sync(), 1, WORLD, CHANGES)) {
          players.play(steps, 64);
          seat = players.seat();
        }
        long bytes = bytes(data);
        try (Host host = host(data, keepAll)) {
          long began = System.nanoTime();
          try (Regulars player = Regulars.back(host.sync(), seat, steps, CHANGES)) {
            player.play(1, 1);
          }
          System.out.printf(
              Locale.ROOT,
              "%10d %12d %12.1f%s%n",
              steps,
              bytes,
              (System.nanoTime() - began) / 1e6,
              keepAll ? " (all records kept)" : "");
        }
      }
    }
  }

  private static Host host(Path data, boolean keepAll) throws Exception {
    return new Host(WORLDS, false, JdbcStore.in(data, keepAll), new HurriedClock(5_000));
  }

  private static long bytes(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** Counts commits; without a store behind it nothing is kept. */
  private static final class Counting implements Store {
    final AtomicLong commits = new AtomicLong();
    private final Optional<Store> behind;

    Counting(Optional<Store> behind) {
      this.behind = behind;
    }

    @Override
    public void write(List<Write> writes) throws StoreException {
      commits.incrementAndGet();
      if (behind.isPresent()) {
        behind.get().write(writes);
      }
    }

    @Override
    public void note(List<Write> writes) throws StoreException {
      if (behind.isPresent()) {
        behind.get().note(writes);
      }
    }

    @Override
    public List<Output.Summary> list() throws StoreException {
      return behind.isPresent() ? behind.get().list() : List.of();
    }

    @Override
    public Recovery load(SessionId session, Consumer<String> report)
        throws StoreException, Recovery.Damaged {
      return behind.isPresent() ? behind.get().load(session, report) : new Recovery();
    }

    @Override
    public List<JournalRecord> records(SessionId session, long after, int most) {
      return List.of();
    }

    @Override
    public Optional<JournalRecord> beginning(SessionId session) {
      return Optional.empty();
    }

    @Override
    public Optional<JournalRecord> newest(SessionId session) {
      return Optional.empty();
    }

    @Override
    public void probe() {}

    @Override
    public void close() {
      behind.ifPresent(Store::close);
    }
  }
}

package lamplight.server.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
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
import lamplight.server.runtime.Clock;
import lamplight.server.store.JdbcStore;
import lamplight.server.store.Store;
import lamplight.server.store.StoreException;
import lamplight.server.store.Write;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What durability costs: {@code mvn -pl engine,server test -Pbench}. A whole server and its clients
 * in one process, over real sockets; the clients' processor time is taken off.
 *
 * <p>Columns: commands a second, the answer's p50 and p99 in milliseconds, the server's processor
 * time for 1,000 commands in seconds, commits and bytes in the data folder for 1,000 commands.
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

  /** The server's seconds are so short that nobody is ever too fast. */
  private static final int HURRY = 5_000;

  @TempDir Path folder;

  /** Where games are kept. */
  enum Kept {
    NOWHERE,
    SQLITE
  }

  @ParameterizedTest
  @EnumSource
  void whatDurabilityCosts(Kept kept) throws Exception {
    Files.createDirectories(folder.resolve("run"));
    Counting store =
        new Counting(
            kept == Kept.NOWHERE ? Optional.empty() : Optional.of(JdbcStore.in(folder, false)));
    Clock clock = Clock.system();
    try (Host host = new Host(WORLDS, false, store, () -> clock.millis() * HURRY)) {
      System.out.printf(
          Locale.ROOT,
          "%-8s %-34s %9s %8s %8s %8s %8s %9s%n",
          kept,
          "",
          "per s",
          "p50 ms",
          "p99 ms",
          "CPU s",
          "commits",
          "bytes");
      measure(host, store, "one player, nothing changes", 1, 1, List.of("inventory"), 4_000);
      measure(host, store, "one player", 1, 1, CHANGES, 4_000);
      measure(host, store, "one player, 64 commands ahead", 1, 64, CHANGES, 20_000);
      measure(host, store, "200 sessions", 200, 1, CHANGES, 20_000);
      measure(host, store, "200 sessions, 8 commands ahead", 200, 8, CHANGES, 20_000);
    }
  }

  /** Plays twice, and tells of the second time: the first is for the compiler. */
  private void measure(
      Host host,
      Counting store,
      String what,
      int sessions,
      int ahead,
      List<String> commands,
      int count)
      throws IOException {
    try (Regulars players = new Regulars(host.sync(), sessions, WORLD, commands)) {
      players.play(count, ahead);
      long commits = store.commits.get();
      long bytes = bytes();
      long began = System.nanoTime();
      long used = serverNanos();
      long[] nanos = players.play(count, ahead);
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%-8s %-34s %9.0f %8.2f %8.2f %8.3f %8.1f %9.0f%n",
          "",
          what,
          count / seconds,
          nanos[count / 2] / 1e6,
          nanos[count / 100 * 99] / 1e6,
          (serverNanos() - used) / 1e6 / count,
          (store.commits.get() - commits) * 1e3 / count,
          (bytes() - bytes) * 1e3 / count);
    }
  }

  /** Processor time of everything but the clients, which are this thread. */
  private static long serverNanos() {
    return PROCESS.getProcessCpuTime() - THREADS.getCurrentThreadCpuTime();
  }

  private long bytes() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
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
    public List<Output.Summary> list() throws StoreException {
      return behind.isPresent() ? behind.get().list() : List.of();
    }

    @Override
    public Recovery load(SessionId session, Consumer<String> report)
        throws StoreException, Recovery.Damaged {
      return behind.isPresent() ? behind.get().load(session, report) : new Recovery();
    }

    @Override
    public List<JournalRecord> records(SessionId session) {
      return List.of();
    }

    @Override
    public List<JournalRecord> history(SessionId session) {
      return List.of();
    }

    @Override
    public void probe() {}

    @Override
    public void close() {
      behind.ifPresent(Store::close);
    }
  }
}

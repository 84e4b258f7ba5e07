package lamplight.engine.bench;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Outlook;
import lamplight.engine.sync.Position;
import lamplight.engine.sync.Scopes;
import lamplight.engine.sync.ServerLink;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.ClientEnd;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.Packer;
import lamplight.engine.wire.ServerEnd;
import lamplight.engine.wire.ServerMessage;
import lamplight.engine.wire.Vocabulary;
import org.junit.jupiter.api.Test;

/**
 * Bytes and processor time of the state lane on the fixed workload: {@code mvn -pl engine test
 * -Pbench}. What it prints is the table of PROTOCOL.md, section 12. Not a test: it asserts nothing.
 */
class SyncBenchmark {

  private static final int TICK_MILLIS = 100;
  private static final long WARM_UP_NANOS = 800_000_000L;
  private static final int ROUNDS = Integer.getInteger("lamplight.bench.rounds", 5);

  /** Names of the sizes to play, all if there are none. */
  private static final List<String> SIZES =
      List.of(System.getProperty("lamplight.bench.sizes", "").split(",", 0));

  /** Ticks that are timed at once: asking the clock costs about as much as a small tick. */
  private static final int BATCH = 5;

  /** Processor time of this thread: others may use the machine meanwhile. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Test
  void measure() {
    for (Size size : Size.values()) {
      for (Set<Capability> form : size.forms) {
        if (SIZES.contains(size.name()) || SIZES.contains("")) {
          measure(size, form);
        }
      }
    }
    hashing();
    catchUp();
    apply();
  }

  /** Plays a size to all of its clients, and to one of them alone. */
  private static void measure(Size size, Set<Capability> form) {
    int all = size.players;
    for (long begun = cpuNanos(); cpuNanos() - begun < WARM_UP_NANOS; ) {
      new Run(size, form, all).play();
      new Run(size, form, 1).play();
    }
    List<Double> toAll = new ArrayList<>();
    List<Double> toOne = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      toAll.add(new Run(size, form, all).play().micros());
      toOne.add(new Run(size, form, 1).play().micros());
    }
    new Run(size, form, all).play().print(median(toAll), median(toOne));
  }

  private static double median(List<Double> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }

  private static final List<Set<Capability>> ALL_FORMS =
      List.of(
          Set.of(),
          Set.of(Capability.DEFLATE),
          Set.of(Capability.BINARY),
          Set.of(Capability.BINARY, Capability.DEFLATE));

  private static final List<Set<Capability>> PLAIN = List.of(Set.of(), Set.of(Capability.BINARY));

  /** The sizes of the workload, and how long each is played. */
  private enum Size {
    SMALL("4/50/30, 1 a second", 4, 50, 30, 30, false, 0.1, 600, ALL_FORMS),
    MIDDLE("8/200/100, 100 a second", 8, 200, 100, 100, false, 10, 600, ALL_FORMS),
    ALL("500 to all, 2000 a second", 500, 5000, 2000, 2000, false, 200, 20, PLAIN),
    SPREAD("500 by room, spread", 500, 5000, 2000, 2000, true, 200, 100, PLAIN),
    CROWDED("500 by room, in 50", 500, 5000, 2000, 50, true, 200, 100, PLAIN);

    final String title;
    final int players;
    final int items;
    final int rooms;
    final int crowded;
    final boolean byRoom;
    final double perTick;
    final int ticks;

    @SuppressWarnings("ImmutableEnumChecker")
    final List<Set<Capability>> forms;

    Size(
        String title,
        int players,
        int items,
        int rooms,
        int crowded,
        boolean byRoom,
        double perTick,
        int ticks,
        List<Set<Capability>> forms) {
      this.title = title;
      this.players = players;
      this.items = items;
      this.rooms = rooms;
      this.crowded = crowded;
      this.byRoom = byRoom;
      this.perTick = perTick;
      this.ticks = ticks;
      this.forms = forms;
    }

    Workload workload() {
      return new Workload(7, players, items, rooms, crowded, byRoom);
    }
  }

  /** One size in one form, to so many of its clients. */
  private static final class Run {
    final Size size;
    final Set<Capability> form;
    final Workload workload;
    final Scopes scopes;
    final Packer packer = new Packer();
    final List<Client> clients = new ArrayList<>();
    int changes;
    double owed;
    long nanos;

    Run(Size size, Set<Capability> form, int clients) {
      this.size = size;
      this.form = form;
      this.workload = size.workload();
      this.scopes = new Scopes(1, workload.outlook());
      for (String viewer : workload.viewers().subList(0, clients)) {
        this.clients.add(new Client(viewer));
      }
    }

    /** The server's end of one connection. */
    private final class Client {
      final ServerLink link;
      final ServerEnd end = new ServerEnd();
      final Vocabulary vocabulary = new Vocabulary();
      long words;
      long snapshot;
      long bytes;

      /** What was written, if somebody wants to read it. */
      Optional<List<byte[]>> kept = Optional.empty();

      Client(String viewer) {
        link = new ServerLink(scopes.of(viewer), 0);
        Set<Capability> granted = EnumSet.noneOf(Capability.class);
        granted.addAll(form);
        end.write(new ServerMessage.Welcome(1, "s", granted));
      }

      List<ServerMessage> words(Block block) {
        return form.contains(Capability.BINARY)
            ? new ArrayList<>(packer.pack(block, vocabulary))
            : new ArrayList<>();
      }

      void join(long now) {
        Block block = link.next(now).orElseThrow();
        words = keep(end.write(words(block))).length;
        snapshot = keep(end.write(message(block))).length;
        link.acknowledge(position(block), now);
      }

      private byte[] keep(byte[] written) {
        kept.ifPresent(all -> all.add(written));
        return written;
      }

      void next(long now) {
        Optional<Block> due = link.next(now);
        if (due.isPresent()) {
          Block block = due.get();
          List<ServerMessage> out = words(block);
          out.add(message(block));
          bytes += keep(end.write(out)).length;
          link.acknowledge(position(block), now);
        }
      }
    }

    Run play() {
      long now = 1_000_000;
      for (Client client : clients) {
        client.join(now);
      }
      for (int tick = 0; tick < size.ticks; tick += BATCH) {
        List<Optional<Outlook>> batch = Stream.generate(this::draw).limit(BATCH).toList();
        long start = cpuNanos();
        for (Optional<Outlook> outlook : batch) {
          now += TICK_MILLIS;
          outlook.ifPresent(next -> scopes.become(scopes.version() + 1, next));
          for (Client client : clients) {
            client.next(now);
          }
        }
        nanos += cpuNanos() - start;
      }
      return this;
    }

    /** What all may know after another tick, if anything changed. */
    private Optional<Outlook> draw() {
      owed += size.perTick;
      int before = changes;
      for (; owed >= 1; owed--) {
        workload.change();
        changes++;
      }
      return changes > before ? Optional.of(workload.outlook()) : Optional.empty();
    }

    /** A tick's time. */
    double micros() {
      return nanos / 1000.0 / size.ticks;
    }

    void print(double toAll, double toOne) {
      Client late = new Client(workload.viewers().get(0));
      late.join(2_000_000);
      long bytes = clients.stream().mapToLong(client -> client.bytes).sum();
      double perClient = bytes / (double) clients.size();
      System.out.printf(
          Locale.ROOT,
          "%-26s %-17s %6.2f B/change %6.0f B/s a client; to join late %6d B, words %6d B;"
              + " a tick to one %8.2f us, each further %6.3f us; all in %6.3f us a client%n",
          size.title,
          form,
          perClient / changes,
          perClient / (size.ticks * TICK_MILLIS / 1000.0),
          late.snapshot,
          late.words,
          toOne,
          (toAll - toOne) / (clients.size() - 1),
          toAll / clients.size());
    }
  }

  private static void hashing() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      entries.add(Entry.of("FLAG", "flag-" + i % 500, Integer.toString(i)));
    }
    EntrySet set = EntrySet.of(entries);
    for (int round = 0; round < 4; round++) {
      long start = cpuNanos();
      for (int i = 0; i < 20; i++) {
        for (Entry entry : entries) {
          set = set.with(entry);
        }
      }
      double each = (cpuNanos() - start) / 80_000.0;
      if (round == 3) {
        System.out.printf(
            Locale.ROOT, "a change of a set of 500, hash included: %.3f us%n", each / 1000);
      }
    }
  }

  private static void catchUp() {
    Workload workload = new Workload(7, 8, 200, 100, 100, false);
    Scopes scopes = new Scopes(1, workload.outlook());
    ServerLink link = new ServerLink(scopes.of("player-0"), 0);
    Position old = acknowledged(link, 0);
    long chain = 0;
    int warm = 2_000;
    for (int tick = 1; tick <= warm + 100; tick++) {
      for (int i = 0; i < 10; i++) {
        workload.change();
      }
      scopes.become(scopes.version() + 1, workload.outlook());
      Block block = link.next(tick * 1_000L).orElseThrow();
      link.acknowledge(position(block), tick * 1_000L);
      if (tick > warm) {
        chain += new ServerEnd().write(message(block)).length;
      } else {
        old = position(block);
      }
    }
    link.request(old);
    Block merged = link.next(10_000_000).orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "catch-up over 100 ticks: %d B, chain %d B%n",
        new ServerEnd().write(message(merged)).length,
        chain);
  }

  /** Takes the first block. */
  private static Position acknowledged(ServerLink link, long now) {
    Position position = position(link.next(now).orElseThrow());
    link.acknowledge(position, now);
    return position;
  }

  private static Position position(Block block) {
    return new Position(block.version(), block.hash());
  }

  /** What a client does with a tick of 10 changes: reads its bytes, applies the block. */
  private static void apply() {
    for (Set<Capability> form : PLAIN) {
      Run run = new Run(Size.MIDDLE, form, 1);
      run.clients.get(0).kept = Optional.of(new ArrayList<>());
      run.play();
      List<byte[]> written = run.clients.get(0).kept.orElseThrow();
      List<Double> reading = new ArrayList<>();
      List<Double> applying = new ArrayList<>();
      for (int round = 0; round < 60; round++) {
        long start = cpuNanos();
        List<Block> blocks = read(written, form);
        long read = cpuNanos();
        ClientState state = ClientState.EMPTY.apply(blocks.get(0)).state();
        long begun = cpuNanos();
        for (Block block : blocks.subList(1, blocks.size())) {
          state = state.apply(block).state();
        }
        applying.add((cpuNanos() - begun) / 1000.0 / Size.MIDDLE.ticks);
        reading.add((read - start) / 1000.0 / Size.MIDDLE.ticks);
      }
      System.out.printf(
          Locale.ROOT,
          "client applies a tick of 10 changes: %.2f us, after it read them from %s in %.2f us%n",
          median(applying.subList(40, 60)),
          form,
          median(reading.subList(40, 60)));
    }
  }

  private static List<Block> read(List<byte[]> written, Set<Capability> form) {
    List<Block> blocks = new ArrayList<>();
    try (ClientEnd end = new ClientEnd()) {
      end.read(ByteBuffer.wrap(new ServerEnd().write(new ServerMessage.Welcome(1, "s", form))));
      for (byte[] bytes : written) {
        for (Inbound<ServerMessage> inbound : end.read(ByteBuffer.wrap(bytes))) {
          ServerMessage message = ((Inbound.Good<ServerMessage>) inbound).message();
          blocks.add(((ServerMessage.Sync) message).block());
        }
      }
    }
    return blocks;
  }

  private static ServerMessage message(Block block) {
    return block instanceof Block.Snapshot full
        ? new ServerMessage.FullSync(full)
        : new ServerMessage.DeltaSync((Block.Delta) block);
  }
}

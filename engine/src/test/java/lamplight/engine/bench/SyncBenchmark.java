package lamplight.engine.bench;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  /** Processor time of this thread: others may use the machine meanwhile. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Test
  void measure() {
    for (Size size : Size.values()) {
      for (Set<Capability> form : size.forms) {
        long begun = cpuNanos();
        while (cpuNanos() - begun < WARM_UP_NANOS) {
          new Run(size, form).play(Math.min(size.ticks, 100));
        }
        new Run(size, form).play(size.ticks).print();
      }
    }
    hashing();
  }

  private static final long WARM_UP_NANOS = 800_000_000L;

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

  /** One size, one form. */
  private static final class Run {
    final Size size;
    final Set<Capability> form;
    final Workload workload;
    final Scopes scopes;
    final Packer packer = new Packer();
    final List<Client> clients = new ArrayList<>();
    int changes;
    int ticks;
    long becomeNanos;
    long encodeNanos;

    Run(Size size, Set<Capability> form) {
      this.size = size;
      this.form = form;
      this.workload = size.workload();
      this.scopes = new Scopes(1, workload.outlook());
      for (String viewer : workload.viewers()) {
        clients.add(new Client(viewer));
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
        words = end.write(words(block)).length;
        snapshot = end.write(message(block)).length;
        link.acknowledge(new Position(block.version(), block.hash()), now);
      }

      void next(long now) {
        Optional<Block> due = link.next(now);
        if (due.isPresent()) {
          Block block = due.get();
          List<ServerMessage> out = words(block);
          out.add(message(block));
          bytes += end.write(out).length;
          link.acknowledge(new Position(block.version(), block.hash()), now);
        }
      }
    }

    Run play(int howLong) {
      long now = 1_000_000;
      for (Client client : clients) {
        client.join(now);
      }
      double owed = 0;
      for (ticks = 0; ticks < howLong; ticks++) {
        now += TICK_MILLIS;
        int before = changes;
        for (owed += size.perTick; owed >= 1; owed--) {
          workload.change();
          changes++;
        }
        Outlook outlook = workload.outlook();
        long start = cpuNanos();
        if (changes > before) {
          scopes.become(scopes.version() + 1, outlook);
        }
        long become = cpuNanos();
        for (Client client : clients) {
          client.next(now);
        }
        encodeNanos += cpuNanos() - become;
        becomeNanos += become - start;
      }
      return this;
    }

    void print() {
      Client late = new Client(workload.viewers().get(0));
      late.join(2_000_000);
      long bytes = clients.stream().mapToLong(client -> client.bytes).sum();
      double perClient = bytes / (double) clients.size();
      double tick = encodeNanos / 1000.0 / ticks;
      System.out.printf(
          Locale.ROOT,
          "%-26s %-17s %6.2f B/change %6.0f B/s a client; to join late %6d B, words %6d B;"
              + " differ %8.2f us a tick, encode %8.2f us a tick, %6.3f us a client%n",
          size.title,
          form,
          perClient / changes,
          perClient / (ticks * TICK_MILLIS / 1000.0),
          late.snapshot,
          late.words,
          becomeNanos / 1000.0 / ticks,
          tick,
          tick / clients.size());
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
    catchUpAndApply();
  }

  private static void catchUpAndApply() {
    Workload workload = new Workload(7, 8, 200, 100, 100, false);
    Scopes scopes = new Scopes(1, workload.outlook());
    ServerLink link = new ServerLink(scopes.of("player-0"), 0);
    ClientState state =
        link.next(0).map(block -> ClientState.EMPTY.apply(block).state()).orElseThrow();
    ClientState old = state;
    long applied = 0;
    long chain = 0;
    int rounds = 100;
    int warm = 2_000;
    for (int tick = 1; tick <= warm + rounds; tick++) {
      if (tick == warm + 1) {
        old = state;
        applied = 0;
        chain = 0;
      }
      for (int i = 0; i < 10; i++) {
        workload.change();
      }
      scopes.become(scopes.version() + 1, workload.outlook());
      Block block = link.next(tick * 1_000L).orElseThrow();
      link.acknowledge(new Position(block.version(), block.hash()), tick * 1_000L);
      byte[] text = new ServerEnd().write(message(block));
      chain += text.length;
      Block read = read(text);
      long start = cpuNanos();
      state = state.apply(read).state();
      applied += cpuNanos() - start;
    }
    link.request(old.position());
    Block merged = link.next(10_000_000).orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "client applies a tick of 10 changes: %.2f us; catch-up over 100 ticks: %d B, chain %d B%n",
        applied / 1000.0 / rounds,
        new ServerEnd().write(message(merged)).length,
        chain);
  }

  private static ServerMessage message(Block block) {
    return block instanceof Block.Snapshot full
        ? new ServerMessage.FullSync(full)
        : new ServerMessage.DeltaSync((Block.Delta) block);
  }

  private static Block read(byte[] text) {
    Inbound<ServerMessage> inbound = new ClientEnd().read(ByteBuffer.wrap(text)).get(0);
    ServerMessage message = ((Inbound.Good<ServerMessage>) inbound).message();
    return message instanceof ServerMessage.FullSync full
        ? full.snapshot()
        : ((ServerMessage.DeltaSync) message).delta();
  }
}

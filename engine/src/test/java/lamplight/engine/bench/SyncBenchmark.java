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
import lamplight.engine.sync.Patch;
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
    for (int warm = 0; warm < 4; warm++) {
      new Run("warm-up", 8, 200, 100, 100, false, 10, Set.of(Capability.BINARY)).play(600);
      new Run("warm-up", 8, 200, 100, 100, false, 10, Set.of()).play(600);
      new Run("warm-up", 100, 1000, 50, 50, true, 40, Set.of(Capability.BINARY)).play(100);
    }
    for (Set<Capability> form :
        List.of(
            Set.<Capability>of(),
            Set.of(Capability.DEFLATE),
            Set.of(Capability.BINARY),
            Set.of(Capability.BINARY, Capability.DEFLATE))) {
      new Run("4/50/30, 1 a second", 4, 50, 30, 30, false, 0.1, form).play(600).print();
      new Run("8/200/100, 100 a second", 8, 200, 100, 100, false, 10, form).play(600).print();
    }
    for (Set<Capability> form : List.of(Set.<Capability>of(), Set.of(Capability.BINARY))) {
      new Run("500 to all, 2000 a second", 500, 5000, 2000, 2000, false, 200, form)
          .play(20)
          .print();
      new Run("500 by room, spread", 500, 5000, 2000, 2000, true, 200, form).play(100).print();
      new Run("500 by room, in 50", 500, 5000, 2000, 50, true, 200, form).play(100).print();
    }
    hashing();
  }

  /** One size, one form. */
  private static final class Run {
    final String name;
    final Set<Capability> form;
    final double perTick;
    final Workload workload;
    final Scopes scopes;
    final Packer packer = new Packer();
    final List<Client> clients = new ArrayList<>();
    int changes;
    int ticks;
    long encodeNanos;

    Run(
        String name,
        int players,
        int items,
        int rooms,
        int crowded,
        boolean byRoom,
        double perTick,
        Set<Capability> form) {
      this.name = name;
      this.form = form;
      this.perTick = perTick;
      this.workload = new Workload(7, players, items, rooms, crowded, byRoom);
      this.scopes = new Scopes(1, workload.outlook());
      for (String viewer : workload.viewers()) {
        clients.add(new Client(new ServerLink(scopes.of(viewer), 0)));
      }
    }

    private final class Client {
      final ServerLink link;
      final ServerEnd end = new ServerEnd();
      final ClientEnd ear = new ClientEnd();
      final Vocabulary vocabulary = new Vocabulary();
      long snapshot;
      long words;
      long bytes;

      Client(ServerLink link) {
        this.link = link;
        Set<Capability> granted = EnumSet.noneOf(Capability.class);
        granted.addAll(form);
        ear.read(ByteBuffer.wrap(end.write(new ServerMessage.Welcome(1, "s", granted))));
      }

      byte[] next(long now) {
        Optional<Block> block = link.next(now);
        if (block.isEmpty()) {
          return new byte[0];
        }
        List<ServerMessage> out = new ArrayList<>();
        if (form.contains(Capability.BINARY)) {
          for (Patch patch : block.get().patches()) {
            packer.pack(patch).stream()
                .filter(vocabulary::learn)
                .forEach(word -> out.add(new ServerMessage.Dict(word)));
          }
        }
        if (block.get() instanceof Block.Snapshot full) {
          words += end.write(out).length;
          byte[] written = end.write(List.of(new ServerMessage.FullSync(full)));
          snapshot += written.length;
          link.acknowledge(new Position(full.version(), full.hash()), now);
          return new byte[0];
        }
        if (block.get() instanceof Block.Delta delta) {
          out.add(new ServerMessage.DeltaSync(delta));
          link.acknowledge(new Position(delta.version(), delta.hash()), now);
        }
        return end.write(out);
      }
    }

    Run play(int howLong) {
      long now = 1_000_000;
      for (Client client : clients) {
        client.next(now);
      }
      double owed = 0;
      for (ticks = 0; ticks < howLong; ticks++) {
        now += TICK_MILLIS;
        int before = changes;
        for (owed += perTick; owed >= 1; owed--) {
          workload.change();
          changes++;
        }
        if (changes > before) {
          scopes.become(scopes.version() + 1, workload.outlook());
        }
        long start = cpuNanos();
        for (Client client : clients) {
          client.bytes += client.next(now).length;
        }
        encodeNanos += cpuNanos() - start;
      }
      return this;
    }

    void print() {
      long bytes = clients.stream().mapToLong(client -> client.bytes).sum();
      double perClient = bytes / (double) clients.size();
      System.out.printf(
          Locale.ROOT,
          "%-28s %-18s %7.2f B/change %8.0f B/s a client  snapshot %6d B  words %6d B"
              + "  encode %8.2f us/tick  %6.3f us/client and tick%n",
          name,
          form,
          perClient / changes,
          perClient / (ticks * TICK_MILLIS / 1000.0),
          clients.get(0).snapshot,
          clients.get(0).words,
          encodeNanos / 1000.0 / ticks,
          encodeNanos / 1000.0 / ticks / clients.size());
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

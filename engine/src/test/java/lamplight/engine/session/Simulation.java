package lamplight.engine.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.worlds.Played;

/**
 * A whole table in simulated time from one seed: a server with the real lobby and session and the
 * rules of a real world, clients by the book with real codecs and replicas, and between them a
 * network that is late, uneven, in pieces, cut, half open, read slowly or not at all, or used twice
 * for one seat. The server dies now and then and comes back.
 *
 * <p>What went wrong is collected under the names of {@link Checker}s.
 */
final class Simulation {

  /** The longest that a disk takes for a record, in milliseconds: no time, usual, very slow. */
  private static final List<Integer> DISKS = List.of(0, 0, 10, 80, 1_500);

  final long seed;
  final Random random;
  final Played world;
  final Sabotage sabotage;
  final WatchedPlay play;
  final SimulatedServer server;
  final Map<Checker, Set<String>> violations = new TreeMap<>();
  final List<SimulatedClient> clients = new ArrayList<>();

  /** Unix milliseconds. */
  long now = 1_700_000_000_000L;

  private final int players;
  private final boolean serverDies;
  private long order;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));

  private record Event(long at, long order, Runnable what) {}

  Simulation(long seed, int players, Sabotage sabotage) {
    this.seed = seed;
    this.random = new Random(seed);
    this.players = players;
    this.sabotage = sabotage;
    this.world = Played.ALL.get(random.nextInt(Played.ALL.size()));
    this.serverDies = random.nextInt(3) > 0;
    this.play = new WatchedPlay(world.game(), sabotage);
    this.server = new SimulatedServer(this, DISKS.get(random.nextInt(DISKS.size())));
  }

  @Override
  public String toString() {
    return "seed "
        + seed
        + ", "
        + players
        + " players in "
        + world
        + ", "
        + server.crashes()
        + " crashes, "
        + sabotage;
  }

  /** Plays for so long, brings everything to rest, and checks. */
  Simulation run(long millis) {
    for (int i = 0; i < players; i++) {
      SimulatedClient client = new SimulatedClient(this, i);
      clients.add(client);
      client.arrive();
      pass(800);
    }
    clients.forEach(SimulatedClient::live);
    if (serverDies) {
      for (long at = random.nextInt(3_000); at < millis; at += 500 + random.nextInt(4_000)) {
        later(at, random.nextInt(4) == 0 ? server::snapshot : server::crash);
      }
    }
    pass(millis);
    clients.forEach(SimulatedClient::rest);
    for (int round = 0; round < 12; round++) {
      pass(2_000);
    }
    clients.forEach(SimulatedClient::check);
    lateJoiners();
    return this;
  }

  private void lateJoiners() {
    for (SimulatedClient client : List.copyOf(clients)) {
      EntrySet before = client.state.entries();
      client.comeAnew();
      pass(5_000);
      check(
          Checker.LATE_JOINER_EQUALS,
          sameBut(before, client.state.entries()),
          () -> client.name + " saw " + before + " and then " + client.state.entries());
    }
  }

  /** Equal but for who sits at a terminal. */
  private static boolean sameBut(EntrySet a, EntrySet b) {
    return a.stream()
        .filter(entry -> !entry.kind().equals("PRESENCE"))
        .toList()
        .equals(b.stream().filter(entry -> !entry.kind().equals("PRESENCE")).toList());
  }

  void check(Checker checker, boolean holds, Supplier<String> what) {
    if (!holds) {
      violations.computeIfAbsent(checker, any -> new TreeSet<>()).add(what.get());
    }
  }

  void later(long millis, Runnable what) {
    events.add(new Event(now + millis, order++, what));
  }

  /** Lets time go by: what is due happens, in order. */
  void pass(long millis) {
    long end = now + millis;
    while (true) {
      Event next = events.peek();
      long wake = server.nextWake();
      if (wake <= end && (next == null || wake <= next.at)) {
        now = Math.max(now, wake);
        server.tick();
      } else if (next != null && next.at <= end) {
        events.remove();
        now = Math.max(now, next.at);
        next.what.run();
      } else {
        break;
      }
    }
    now = end;
  }
}

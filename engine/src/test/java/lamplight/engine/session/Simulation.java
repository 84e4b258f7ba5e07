package lamplight.engine.session;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.WorldId;
import lamplight.engine.prose.Span;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Change;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Patch;
import lamplight.engine.sync.StateHash;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerEnd;
import lamplight.engine.wire.ServerMessage;
import lamplight.engine.wire.Sort;
import lamplight.engine.wire.Word;
import lamplight.engine.worlds.Played;

/**
 * A whole table in simulated time from one seed: the real lobby and session, the rules of a real
 * world, clients by the book with real codecs and replicas, and between them a network that is
 * late, uneven, cut, half open, read slowly or not at all, or used twice for one seat.
 *
 * <p>What went wrong is collected under the names of {@link Checker}s. The server can be sabotaged,
 * which shows that each of them can fail. Where a journal is to be simulated, {@link
 * #serverOutputs} is the seam: what a session wants done passes through it, and may wait, or be
 * lost with the server.
 */
final class Simulation implements Output.Cases<Boolean> {

  /** What must hold. */
  enum Checker {
    /** At the end every replica is what its player may know. */
    VIEWS_AGREE,
    /** Nothing is sent to whom may not know it. */
    NO_SECRET_SENT,
    /** A numbered command is carried out once, whatever happens to its answer. */
    COMMANDS_ONCE,
    /** Text comes once and in order, and what is missing is said to be. */
    TEXT_IN_ORDER,
    /** Each block has the hash of the view at its version, and fits where it goes. */
    HASHES_HOLD,
    /** Who comes late sees what those see who were there. */
    LATE_JOINER_EQUALS,
    /** What waits for a client has a bound, whatever the client does. */
    MEMORY_BOUNDED
  }

  /** A server that is broken on purpose. */
  enum Sabotage {
    NONE,
    FORGET_A_CHANGE,
    SWAP_TWO_DELTAS,
    SEND_TO_THE_WRONG_PLAYER,
    SHOW_WHAT_IS_HIDDEN,
    CARRY_OUT_TWICE,
    DROP_A_LINE,
    SPOIL_A_HASH,
    SHOW_LATE_JOINERS_LESS,
    NEVER_MIND_WHO_READS
  }

  /**
   * Bytes on their way to a client until the server is told that it cannot send; and until it can.
   */
  static final int BUFFER_HIGH = 8 * 1024;

  static final int BUFFER_LOW = 4 * 1024;

  /** The most that one input may add to a full buffer: a snapshot and all text that waits. */
  static final int BATCH = 40 * 1024;

  final long seed;
  final Random random;
  final Played world;
  final Sabotage sabotage;
  final WatchedPlay play;
  final Map<Checker, Set<String>> violations = new TreeMap<>();

  long now = 1_700_000_000_000L;
  private long order;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
  private final Lobby lobby;
  private final Map<SessionId, Session> sessions = new LinkedHashMap<>();
  private final Map<LinkId, Line> lines = new HashMap<>();
  final List<SimulatedClient> clients = new ArrayList<>();
  final int players;
  private int sent;
  private Optional<Output.Send> heldBack = Optional.empty();

  private record Event(long at, long order, Runnable what) {}

  Simulation(long seed, int players, Sabotage sabotage) {
    this.seed = seed;
    this.random = new Random(seed);
    this.players = players;
    this.sabotage = sabotage;
    this.world = Played.ALL.get(random.nextInt(Played.ALL.size()));
    this.play = new WatchedPlay(world.game(), sabotage);
    this.lobby = new Lobby("simulated", List.of(offer()), new Random(seed));
  }

  private static Offer offer() {
    return new Offer(new WorldId("world"), "The World", 1, 99, false, "", "");
  }

  @Override
  public String toString() {
    return "seed " + seed + ", " + players + " players in " + world + ", " + sabotage;
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

  // ---- time ----

  void later(long millis, Runnable what) {
    events.add(new Event(now + millis, order++, what));
  }

  /** Lets time go by: what is due happens, in order. */
  void pass(long millis) {
    long end = now + millis;
    while (true) {
      Event next = events.peek();
      long wake = sessions.values().stream().mapToLong(Session::nextWake).min().orElse(end + 1);
      if (wake <= end && (next == null || wake <= next.at)) {
        now = Math.max(now, wake);
        sessions.values().forEach(session -> serverOutputs(session.tick(now)));
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

  // ---- the network ----

  /** One connection: bytes under way in both directions, each in order. */
  final class Line {
    final Link link = Link.of(lines.size() + 1, LinkKind.SYNC);
    final SimulatedClient client;
    final ServerEnd end = new ServerEnd();
    private final int delay = 5 + random.nextInt(300);
    private final int jitter = 1 + random.nextInt(80);
    private Link known = link;
    private Optional<SessionId> seatIn = Optional.empty();
    private Optional<PlayerId> player = Optional.empty();
    private long upAt;
    private long downAt;
    private int underWay;
    private boolean serverBlocked;
    private boolean reading = true;
    private final List<byte[]> unread = new ArrayList<>();

    /** Whether bytes come through, seen from the client, and from the server. */
    boolean clientEnd = true;

    boolean serverEnd = true;

    Line(SimulatedClient client) {
      this.client = client;
      lines.put(link.id(), this);
    }

    void up(byte[] bytes) {
      upAt = Math.max(upAt, now + delay + random.nextInt(jitter));
      later(upAt - now, () -> arriveUp(bytes));
    }

    private void arriveUp(byte[] bytes) {
      if (!clientEnd || !serverEnd) {
        return;
      }
      for (Inbound<ClientMessage> inbound : end.read(ByteBuffer.wrap(bytes))) {
        if (inbound instanceof Inbound.Good<ClientMessage> good && serverEnd) {
          serverOutputs(
              session()
                  .map(session -> session.receive(known, good.message(), now))
                  .orElseGet(() -> lobby.receive(link, good.message(), now)));
        }
      }
    }

    private Optional<Session> session() {
      return seatIn.map(sessions::get);
    }

    private void down(ServerMessage message) {
      if (!serverEnd) {
        return;
      }
      byte[] bytes = end.write(message);
      underWay += bytes.length;
      check(
          Checker.MEMORY_BOUNDED,
          underWay <= BUFFER_HIGH + BATCH,
          () -> client.name + " has " + underWay + " bytes under way");
      tellWritable();
      downAt = Math.max(downAt, now + delay + random.nextInt(jitter));
      later(downAt - now, () -> arriveDown(bytes));
    }

    private void arriveDown(byte[] bytes) {
      if (!clientEnd) {
        return;
      }
      if (!reading) {
        unread.add(bytes);
        return;
      }
      take(bytes);
    }

    private void take(byte[] bytes) {
      underWay -= bytes.length;
      later(0, this::tellWritable);
      if (client.line == this) {
        client.hear(bytes);
      }
    }

    void reading(boolean on) {
      reading = on;
      if (on) {
        List<byte[]> all = List.copyOf(unread);
        unread.clear();
        all.forEach(this::take);
      }
    }

    private void tellWritable() {
      boolean blocked = serverBlocked ? underWay > BUFFER_LOW : underWay > BUFFER_HIGH;
      if (blocked != serverBlocked && serverEnd) {
        serverBlocked = blocked;
        if (sabotage != Sabotage.NEVER_MIND_WHO_READS) {
          later(0, () -> session().ifPresent(this::passOnWritable));
        }
      }
    }

    private void passOnWritable(Session session) {
      if (serverEnd) {
        serverOutputs(session.writable(link.id(), !serverBlocked, now));
      }
    }

    /** The client's end is gone, with all that was under way; the server notices later or not. */
    void cut(long noticedAfter) {
      clientEnd = false;
      later(noticedAfter, this::drop);
    }

    private void drop() {
      if (serverEnd) {
        serverEnd = false;
        end.close();
        session().ifPresent(session -> serverOutputs(session.lost(link.id(), now)));
        lobby.lost(link.id());
      }
    }
  }

  // ---- the server ----

  /** Does what the lobby or a session wants done. */
  private void serverOutputs(List<Output> outputs) {
    outputs.forEach(output -> output.match(this));
    for (Session session : sessions.values()) {
      session.textLogs().forEach(this::checkLog);
    }
  }

  private void checkLog(TextLog log) {
    check(
        Checker.MEMORY_BOUNDED,
        log.size() <= SessionLimits.TEXT_LINES && log.bytes() <= SessionLimits.TEXT_BYTES,
        () -> "a seat keeps " + log.size() + " lines, " + log.bytes() + " bytes");
  }

  @Override
  public Boolean send(Output.Send output) {
    boolean now = ++sent % 40 == 0;
    ServerMessage message = output.message();
    Line line = Optional.ofNullable(lines.get(output.to())).orElseThrow();
    if (message instanceof ServerMessage.Session session) {
      line.player = Optional.of(new PlayerId(session.player()));
    }
    switch (sabotage) {
      case SWAP_TWO_DELTAS -> {
        if (swapped(output)) {
          return true;
        }
      }
      case SEND_TO_THE_WRONG_PLAYER -> {
        if (now && message instanceof ServerMessage.Text) {
          lines.values().stream()
              .filter(other -> other != line && other.serverEnd && other.player.isPresent())
              .forEach(other -> checkedDown(other, message));
        }
      }
      case DROP_A_LINE -> {
        if (now && message instanceof ServerMessage.Text) {
          return true;
        }
      }
      case SPOIL_A_HASH -> {
        if (now && message instanceof ServerMessage.DeltaSync delta) {
          Block.Delta block = delta.delta();
          StateHash wrong = new StateHash(block.hash().sum() + 1);
          Block.Delta spoiled =
              new Block.Delta(block.from(), block.version(), block.patches(), wrong);
          return checkedDown(line, new ServerMessage.DeltaSync(spoiled));
        }
      }
      case SHOW_LATE_JOINERS_LESS -> {
        if (message instanceof ServerMessage.FullSync full && line.client.isLate) {
          return checkedDown(line, less(full.snapshot()));
        }
      }
      case NONE, FORGET_A_CHANGE, SHOW_WHAT_IS_HIDDEN, CARRY_OUT_TWICE, NEVER_MIND_WHO_READS -> {}
    }
    return checkedDown(line, message);
  }

  private boolean swapped(Output.Send output) {
    if (!(output.message() instanceof ServerMessage.DeltaSync)) {
      return false;
    }
    Optional<Output.Send> first = heldBack;
    if (first.isEmpty()) {
      boolean begins = sent % 7 == 0;
      heldBack = begins ? Optional.of(output) : Optional.empty();
      return begins;
    }
    if (!first.get().to().equals(output.to())) {
      return false;
    }
    heldBack = Optional.empty();
    Line line = Optional.ofNullable(lines.get(output.to())).orElseThrow();
    checkedDown(line, output.message());
    return checkedDown(line, first.get().message());
  }

  /** A snapshot that lacks what is known of one room, with the hash that it then has. */
  private static ServerMessage less(Block.Snapshot block) {
    EntrySet entries = EntrySet.EMPTY;
    boolean dropped = false;
    for (Change change : block.changes()) {
      if (!dropped && change.key().kind().equals("VISITED")) {
        dropped = true;
      } else {
        entries = change.applyTo(entries).orElseThrow();
      }
    }
    return new ServerMessage.FullSync(Block.Snapshot.of(block.version(), entries.hash(), entries));
  }

  private boolean checkedDown(Line line, ServerMessage message) {
    line.player.ifPresent(player -> checkSecrets(player, message));
    line.down(message);
    return true;
  }

  /** Every id in a message is one that its player has come to know of, every line was told. */
  private void checkSecrets(PlayerId player, ServerMessage message) {
    if (message instanceof ServerMessage.FullSync full) {
      full.snapshot().patches().forEach(patch -> checkPatch(player, patch));
    } else if (message instanceof ServerMessage.DeltaSync delta) {
      delta.delta().patches().forEach(patch -> checkPatch(player, patch));
    } else if (message instanceof ServerMessage.Dict dict) {
      checkWord(player, dict.word());
    } else if (message instanceof ServerMessage.Event event && !event.type().equals("SCORED")) {
      checkId(player, event.detail(), message);
    } else if (message instanceof ServerMessage.Text text) {
      text.line().spans().stream().map(Span::id).forEach(id -> checkId(player, id, message));
      String words = text.line().plain();
      check(
          Checker.NO_SECRET_SENT,
          play.wasTold(player, words) || words.contains("missing here") || words.startsWith("["),
          () -> player + " reads what nobody told " + player + ": " + words);
    }
  }

  /** An id must be known to the player; any other word may be anything but a secret's name. */
  private void checkWord(PlayerId player, Word word) {
    check(
        Checker.NO_SECRET_SENT,
        word.list() == Sort.WORD
            ? !play.isSecretVariable(word.text())
            : play.mayKnow(player, word.text()),
        () -> player + " is told " + word);
  }

  private void checkPatch(PlayerId player, Patch patch) {
    for (Change change : patch.changes()) {
      List<String> parts = change.parts();
      boolean named = List.of("LABEL", "ROOM").contains(parts.get(0));
      for (String part : parts.subList(1, named ? parts.size() - 1 : parts.size())) {
        for (String word : part.split("[=,.!~]", -1)) {
          checkId(player, word, change);
        }
      }
    }
  }

  private void checkId(PlayerId player, String id, Object where) {
    check(
        Checker.NO_SECRET_SENT,
        play.mayKnow(player, id),
        () -> player + " is told of " + id + " in " + where);
  }

  @Override
  public Boolean close(Output.Close output) {
    Line line = Optional.ofNullable(lines.get(output.link())).orElseThrow();
    later(line.delay + line.jitter + 1L, () -> line.client.closed(line));
    line.drop();
    return true;
  }

  @Override
  public Boolean cut(Output.Cut output) {
    return close(new Output.Close(output.link()));
  }

  @Override
  public Boolean open(Output.Open output) {
    Session session =
        new Session(
            output.session(), offer(), play, output.password(), false, seed, new Random(seed));
    sessions.put(output.session(), session);
    return true;
  }

  @Override
  public Boolean forward(Output.Forward output) {
    Line line = Optional.ofNullable(lines.get(output.link().id())).orElseThrow();
    line.seatIn = Optional.of(output.session());
    line.known = output.link();
    line.session().ifPresent(session -> serverOutputs(session.enter(output, now)));
    return true;
  }

  @Override
  public Boolean released(Output.Released output) {
    Optional.ofNullable(lines.get(output.link())).ifPresent(line -> line.seatIn = Optional.empty());
    return true;
  }

  @Override
  public Boolean stray(Output.Stray output) {
    serverOutputs(lobby.receive(output.link(), output.message(), now));
    return true;
  }

  @Override
  public Boolean wrongSecret(Output.WrongSecret output) {
    serverOutputs(lobby.wrongSecret(output.link()));
    return true;
  }

  @Override
  public Boolean summary(Output.Summary output) {
    lobby.update(output);
    return true;
  }

  @Override
  public Boolean closed(Output.Closed output) {
    sessions.remove(output.session());
    lobby.closed(output.session());
    return true;
  }

  @Override
  public Boolean kept(Output.Kept output) {
    return true;
  }

  /** What outlives a server is tried by {@link CrashSimulationTest}. */
  @Override
  public Boolean commit(Output.Commit output) {
    return true;
  }

  @Override
  public Boolean fault(Output.Fault output) {
    throw new AssertionError(this + ": " + output, output.cause());
  }

  // ---- what the checkers of the clients ask ----

  EntrySet view(String player) {
    return sessions.values().iterator().next().view(new PlayerId(player));
  }

  Optional<StateHash> hashAt(String player, long version) {
    return version < 1 || version > play.hashes.size()
        ? Optional.empty()
        : Optional.ofNullable(play.hashes.get((int) version - 1).get(player));
  }

  Optional<String> code() {
    return sessions.keySet().stream().findFirst().map(SessionId::code);
  }

  static ClientMessage command(long seq, String text) {
    return new ClientMessage.Command(OptionalLong.of(seq), text);
  }
}

package lamplight.engine.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.WorldId;
import lamplight.engine.prose.Line;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Change;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.StateHash;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;

/**
 * A server in simulated time: the real lobby and sessions, and for each session a journal on a disk
 * that takes its time. It can die between any two inputs, with records not yet written and one half
 * written, and goes on from what is on its disks.
 *
 * <p>It can be sabotaged, which shows that each checker can fail.
 */
final class SimulatedServer implements Output.Cases<Boolean> {

  private static final Offer OFFER =
      new Offer(new WorldId("world"), "The World", 1, 99, false, "", "");

  private final Simulation at;
  private final Random secrets;
  private final Lobby lobby;
  private final Secrecy secrecy;

  /** The longest that a disk takes for a record, in milliseconds; 0: no time at all. */
  private final int diskMillis;

  private final Map<SessionId, Session> sessions = new LinkedHashMap<>();
  private final Map<SessionId, Disk> disks = new HashMap<>();
  private final Map<LinkId, SimulatedLine> lines = new HashMap<>();
  private final Map<LinkId, Link> known = new HashMap<>();
  private final Map<LinkId, SessionId> seats = new HashMap<>();
  private final Map<LinkId, PlayerId> players = new HashMap<>();
  private int sent;
  private Optional<Output.Send> heldBack = Optional.empty();
  private int crashes;

  SimulatedServer(Simulation at, int diskMillis) {
    this.at = at;
    this.diskMillis = diskMillis;
    this.secrets = new Random(at.seed);
    this.lobby = new Lobby("simulated", List.of(OFFER), secrets);
    this.secrecy = new Secrecy(at.play);
  }

  // ---- what comes in ----

  Link connected(SimulatedLine line) {
    Link link = Link.of(lines.size() + 1L, LinkKind.SYNC);
    lines.put(link.id(), line);
    known.put(link.id(), link);
    return link;
  }

  void receive(LinkId link, ClientMessage message) {
    message.seq().ifPresent(at.play::expect);
    SessionId seat = seats.get(link);
    if (seat == null) {
      carryOut(lobby.receive(knownOf(link), message, at.now));
    } else {
      carryOut(seat, session(seat).receive(knownOf(link), message, at.now));
    }
  }

  void writable(LinkId link, boolean writable) {
    SessionId seat = seats.get(link);
    if (seat != null) {
      carryOut(seat, session(seat).writable(link, writable, at.now));
    }
  }

  void lost(LinkId link) {
    SessionId seat = seats.get(link);
    if (seat != null) {
      carryOut(seat, session(seat).lost(link, at.now));
    }
    lobby.lost(link);
  }

  /** When {@link #tick} is due if nothing happens before. */
  long nextWake() {
    return sessions.values().stream().mapToLong(Session::nextWake).min().orElse(Long.MAX_VALUE);
  }

  void tick() {
    List.copyOf(sessions.keySet()).forEach(id -> carryOut(id, session(id).tick(at.now)));
  }

  // ---- its journal ----

  /** What a session came to waits for its journal. */
  private void carryOut(SessionId session, List<Output> outputs) {
    for (Output output : outputs) {
      if (output instanceof Output.Commit commit) {
        at.play.keep(commit.record().sequence());
        at.later(diskMillis == 0 ? 0 : at.random.nextInt(diskMillis), () -> write(session, 1));
      }
    }
    Disk disk = disks.computeIfAbsent(session, unknown -> new Disk());
    List<List<Output>> free = disk.put(outputs);
    if (at.sabotage == Sabotage.ANSWER_BEFORE_IT_IS_WRITTEN && free.isEmpty()) {
      carryOut(outputs);
    } else {
      free.forEach(this::carryOut);
    }
    if (diskMillis == 0) {
      write(session, Integer.MAX_VALUE);
    }
  }

  private void write(SessionId session, int records) {
    List<List<Output>> free = disk(session).write(records);
    if (at.sabotage != Sabotage.ANSWER_BEFORE_IT_IS_WRITTEN) {
      free.forEach(this::carryOut);
    }
  }

  /** Each session of which all is written writes a snapshot. */
  void snapshot() {
    sessions.forEach((id, session) -> disk(id).snapshot(session, at.now));
  }

  /**
   * Dies, and is there again with what was written; all connections are gone. A game of which
   * nothing is written has never been, and nobody was told of it: its first record is written
   * before.
   */
  void crash() {
    List.copyOf(sessions.keySet()).stream()
        .filter(id -> disk(id).records() == 0)
        .forEach(id -> write(id, 1));
    if (sessions.keySet().stream().anyMatch(id -> disk(id).records() == 0)) {
      return;
    }
    crashes++;
    lines.values().forEach(SimulatedLine::die);
    lines.keySet().forEach(lobby::lost);
    seats.clear();
    heldBack = Optional.empty();
    for (SessionId id : List.copyOf(sessions.keySet())) {
      Disk disk = disk(id).afterCrash(at.random.nextDouble());
      disks.put(id, disk);
      at.play.goBack(disk.records());
      sessions.put(
          id, Session.recovered(id, OFFER, at.play, false, disk.recovery(), secrets, at.now));
    }
  }

  // ---- what goes out ----

  /** Does what the lobby or a session wants done. */
  private void carryOut(List<Output> outputs) {
    outputs.forEach(output -> output.match(this));
    for (Session session : sessions.values()) {
      session.textLogs().forEach(this::checkLog);
      at.check(
          Checker.MEMORY_BOUNDED,
          session.waitingBytes().stream().allMatch(held -> held <= SessionLimits.WAITING_BYTES),
          () -> "answers wait: " + session.waitingBytes());
    }
  }

  private void checkLog(TextLog log) {
    at.check(
        Checker.MEMORY_BOUNDED,
        log.size() <= SessionLimits.TEXT_LINES && log.bytes() <= SessionLimits.TEXT_BYTES,
        () -> "a seat keeps " + log.size() + " lines, " + log.bytes() + " bytes");
  }

  @Override
  public Boolean send(Output.Send output) {
    boolean now = ++sent % 40 == 0;
    ServerMessage message = output.message();
    if (message instanceof ServerMessage.Session session) {
      players.put(output.to(), new PlayerId(session.player()));
    }
    return switch (at.sabotage) {
      case SWAP_TWO_DELTAS -> swapped(output) || say(output.to(), message);
      case SEND_TO_THE_WRONG_PLAYER -> {
        if (now && message instanceof ServerMessage.Text) {
          List.copyOf(players.keySet()).stream()
              .filter(other -> !other.equals(output.to()))
              .forEach(other -> say(other, message));
        }
        yield say(output.to(), message);
      }
      case DROP_A_LINE ->
          (now && message instanceof ServerMessage.Text) || say(output.to(), message);
      case SAY_A_LINE_FOR_ANOTHER ->
          say(output.to(), message instanceof ServerMessage.Text text ? other(text) : message);
      case SPOIL_A_HASH ->
          say(
              output.to(),
              now && message instanceof ServerMessage.DeltaSync delta
                  ? spoiled(delta.block())
                  : message);
      case SHOW_LATE_JOINERS_LESS ->
          say(
              output.to(),
              message instanceof ServerMessage.FullSync full && line(output.to()).client.isLate
                  ? less(full.block())
                  : message);
      case NONE,
          FORGET_A_CHANGE,
          SHOW_WHAT_IS_HIDDEN,
          SHOW_WHERE_ALL_ARE,
          CARRY_OUT_TWICE,
          NEVER_MIND_WHO_READS,
          ANSWER_BEFORE_IT_IS_WRITTEN ->
          say(output.to(), message);
    };
  }

  /** Says something, after a look at what it gives away. */
  private boolean say(LinkId to, ServerMessage message) {
    SimulatedLine line = line(to);
    PlayerId player = players.get(to);
    if (player != null && line.isOpen()) {
      secrecy
          .leaks(player, message)
          .forEach(leak -> at.check(Checker.NO_SECRET_SENT, false, () -> leak));
    }
    line.down(message);
    return true;
  }

  /** Now and then an empty line in place of one that says something. */
  private ServerMessage.Text other(ServerMessage.Text text) {
    return sent % 40 == 0 ? new ServerMessage.Text(text.number(), text.kind(), Line.EMPTY) : text;
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
    return say(output.to(), output.message()) && say(output.to(), first.get().message());
  }

  private static ServerMessage spoiled(Block.Delta block) {
    StateHash wrong = new StateHash(block.hash().sum() + 1);
    return new ServerMessage.DeltaSync(
        new Block.Delta(block.from(), block.version(), block.patches(), wrong));
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

  @Override
  public Boolean close(Output.Close output) {
    line(output.link()).close();
    return true;
  }

  @Override
  public Boolean cut(Output.Cut output) {
    line(output.link()).close();
    return true;
  }

  @Override
  public Boolean open(Output.Open output) {
    Session session =
        new Session(output.session(), OFFER, at.play, output.password(), false, at.seed, secrets);
    sessions.put(output.session(), session);
    carryOut(output.session(), session.flush(at.now));
    return true;
  }

  @Override
  public Boolean forward(Output.Forward output) {
    LinkId link = output.link().id();
    known.put(link, output.link());
    seats.put(link, output.session());
    carryOut(output.session(), session(output.session()).enter(output, at.now));
    return true;
  }

  @Override
  public Boolean released(Output.Released output) {
    seats.remove(output.link());
    return true;
  }

  @Override
  public Boolean stray(Output.Stray output) {
    carryOut(lobby.receive(output.link(), output.message(), at.now));
    return true;
  }

  @Override
  public Boolean wrongSecret(Output.WrongSecret output) {
    carryOut(lobby.wrongSecret(output.link()));
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

  @Override
  public Boolean commit(Output.Commit output) {
    return true;
  }

  @Override
  public Boolean fault(Output.Fault output) {
    throw new AssertionError(at + ": " + output, output.cause());
  }

  // ---- what checkers ask ----

  /** What a player may know now. */
  EntrySet view(String player) {
    return sessions.values().iterator().next().view(new PlayerId(player));
  }

  /** The session's code, once there is one. */
  Optional<String> code() {
    return sessions.keySet().stream().findFirst().map(SessionId::code);
  }

  /** How often it has died. */
  int crashes() {
    return crashes;
  }

  private SimulatedLine line(LinkId link) {
    return Optional.ofNullable(lines.get(link)).orElseThrow();
  }

  private Link knownOf(LinkId link) {
    return Optional.ofNullable(known.get(link)).orElseThrow();
  }

  private Session session(SessionId id) {
    return Optional.ofNullable(sessions.get(id)).orElseThrow();
  }

  private Disk disk(SessionId id) {
    return Optional.ofNullable(disks.get(id)).orElseThrow();
  }
}

package lamplight.engine.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.Position;
import lamplight.engine.sync.ServerLink;
import lamplight.engine.sync.TokenBucket;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.ServerMessage;

/**
 * One client at a seat: what of text, state and answers it has been sent.
 *
 * <p>Nothing is queued for a client that does not read: its text stays in the seat's {@link
 * TextLog}, its state is worked out when it can take it, and of its answers a few wait. A telnet
 * client has the text lane only, unless it asked for the other; then what it is shown beside the
 * text goes out ahead of the text.
 */
final class Connection {

  /** The setting that the world itself keeps. */
  static final String BRIEF = "brief";

  private Link link;
  private final TextLog text;
  private final Seat seat;
  private Optional<ServerLink> state;
  private final TokenBucket live =
      new TokenBucket(SessionLimits.LIVE_MILLIS, SessionLimits.LIVE_BURST);

  /** Answers that wait until the client reads. */
  private final Waiting waiting = new Waiting();

  /** Numbers of commands whose answer waits for the block that holds their outcome. */
  private final Deque<ServerMessage.Ok> unproved = new ArrayDeque<>(1);

  private long read;
  private boolean brief;
  private Optional<Long> blockedSince = Optional.empty();

  /**
   * @param read number of the last line of text that the client has
   */
  Connection(Link link, Seat seat, long read, long now) {
    this.link = link;
    this.seat = seat;
    this.text = seat.text;
    this.read = read;
    this.state = link.hasState() ? Optional.of(stateLane(now)) : Optional.empty();
  }

  private ServerLink stateLane(long now) {
    return byTelnet() ? ServerLink.inProcess(seat.history, now) : new ServerLink(seat.history, now);
  }

  private boolean byTelnet() {
    return link.kind() == LinkKind.TELNET;
  }

  /** The client says where it is, and is sent blocks from now on. */
  void request(Position position, long now) {
    if (state.isEmpty()) {
      link = link.withState();
      state = Optional.of(stateLane(now));
    }
    state.ifPresent(lane -> lane.request(position));
  }

  Link link() {
    return link;
  }

  Optional<ServerLink> state() {
    return state;
  }

  TokenBucket live() {
    return live;
  }

  /** Whether the client can take more. */
  boolean reads() {
    return blockedSince.isEmpty();
  }

  /** Number of the last line of text that the client was sent. */
  long read() {
    return read;
  }

  /** How the client does, for the host. */
  ClientSummary summary() {
    return new ClientSummary(
        seat.player,
        seat.name.shown(),
        link,
        state.map(ServerLink::unacknowledged).orElse(0),
        state.map(ServerLink::delayMillis).orElse(OptionalLong.empty()),
        reads());
  }

  /** Whether the client's program is told of happenings that its player reads of. */
  boolean wantsEvents() {
    return link.hasState() && !link.has(Capability.QUIET);
  }

  void writable(boolean writable, long now) {
    if (!writable) {
      blockedSince = blockedSince.or(() -> Optional.of(now));
    } else if (blockedSince.isPresent()) {
      blockedSince = Optional.empty();
      state.ifPresent(ServerLink::gathered);
    }
  }

  /** Whether the client has not read for so long that it is cut off. */
  boolean stuck(long now) {
    return blockedSince.filter(since -> now - since >= SessionLimits.STUCK_MILLIS).isPresent();
  }

  /** Says something at once, or when the client reads again. */
  void answer(ServerMessage message, List<Output> out) {
    if (reads()) {
      out.add(new Output.Send(link.id(), message));
    } else {
      waiting.add(message);
    }
  }

  /** Says whether rooms are told in brief, if the client was told otherwise. */
  void brief(boolean on, List<Output> out) {
    if (on != brief) {
      brief = on;
      answer(new ServerMessage.Setting(BRIEF, on ? "on" : ""), out);
    }
  }

  /** Says something that is of no use later, or nothing. */
  void mention(ServerMessage message, List<Output> out) {
    if (reads()) {
      out.add(new Output.Send(link.id(), message));
    }
  }

  /** Says that a command was carried out, after the block that holds its outcome. */
  void prove(ServerMessage.Ok done) {
    if (unproved.size() == SessionLimits.WAITING_ANSWERS) {
      unproved.remove();
    }
    unproved.add(done);
  }

  /** The bytes of the answers that wait until the client reads. */
  int waitingBytes() {
    return waiting.bytes();
  }

  /** Sends what there is and the client can take. */
  void flush(long now, List<Output> out) {
    if (!reads()) {
      return;
    }
    for (ServerMessage message : waiting.take()) {
      answer(message, out);
    }
    if (byTelnet()) {
      show(read < text.last(), now, out);
    }
    for (ServerMessage line : text.after(read)) {
      answer(line, out);
    }
    read = text.last();
    if (!byTelnet()) {
      show(false, now, out);
    }
    if (!unproved.isEmpty() && (state.isEmpty() || state.get().upToDate())) {
      unproved.forEach(message -> answer(message, out));
      unproved.clear();
    }
  }

  /**
   * Sends the next block if there is one and the client has a lane for it.
   *
   * @param atOnce whatever the pace
   */
  private void show(boolean atOnce, long now, List<Output> out) {
    if (state.isPresent()) {
      ServerLink lane = state.get();
      Optional<Block> block = atOnce ? lane.atOnce(now) : lane.next(now);
      block.ifPresent(next -> show(next, out));
    }
  }

  /** Sends a block, and before it the words that its binary form names for the first time. */
  private void show(Block block, List<Output> out) {
    if (link.has(Capability.BINARY)) {
      seat.pack(block).forEach(word -> answer(word, out));
    }
    answer(message(block), out);
  }

  private static ServerMessage message(Block block) {
    return block.match(
        new Block.Cases<ServerMessage>() {
          @Override
          public ServerMessage snapshot(Block.Snapshot snapshot) {
            return new ServerMessage.FullSync(snapshot);
          }

          @Override
          public ServerMessage delta(Block.Delta delta) {
            return new ServerMessage.DeltaSync(delta);
          }

          @Override
          public ServerMessage check(Block.Check check) {
            return new ServerMessage.Check(check);
          }
        });
  }

  /** When {@link #flush} or {@link #stuck} is worth asking again, if nothing happens before. */
  long nextWake() {
    if (blockedSince.isPresent()) {
      return blockedSince.get() + SessionLimits.STUCK_MILLIS;
    }
    return state.isPresent() ? state.get().nextWake() : Long.MAX_VALUE;
  }
}

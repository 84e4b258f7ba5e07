package lamplight.engine.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.ServerLink;
import lamplight.engine.sync.TokenBucket;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.ServerMessage;

/**
 * One client at a seat: what of text, state and answers it has been sent.
 *
 * <p>Nothing is queued for a client that does not read: its text stays in the seat's {@link
 * TextLog}, its state is worked out when it can take it, and of its answers a few wait. A telnet
 * client has the text lane only.
 */
final class Connection {

  private final Link link;
  private final TextLog text;
  private final Seat seat;
  private final Optional<ServerLink> state;
  private final TokenBucket live =
      new TokenBucket(SessionLimits.LIVE_MILLIS, SessionLimits.LIVE_BURST);

  /** Answers that wait until the client reads. */
  private final Deque<ServerMessage> waiting = new ArrayDeque<>();

  /** Answers that wait for the block that holds their outcome. */
  private final Deque<ServerMessage> unproved = new ArrayDeque<>();

  private long read;
  private Optional<Long> blockedSince = Optional.empty();

  /**
   * @param read number of the last line of text that the client has
   */
  Connection(Link link, Seat seat, long read, long now) {
    this.link = link;
    this.seat = seat;
    this.text = seat.text;
    this.read = read;
    this.state =
        link.kind() == LinkKind.SYNC
            ? Optional.of(new ServerLink(seat.history, now))
            : Optional.empty();
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

  /** Whether the client is told of happenings that it also reads and sees. */
  boolean wantsEvents() {
    return link.kind() == LinkKind.SYNC && !link.has(Capability.QUIET);
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
      hold(waiting, message);
    }
  }

  /** Says something that is of no use later, or nothing. */
  void mention(ServerMessage message, List<Output> out) {
    if (reads()) {
      out.add(new Output.Send(link.id(), message));
    }
  }

  /** Says that a command was carried out, after the block that holds its outcome. */
  void prove(ServerMessage done) {
    hold(unproved, done);
  }

  private static void hold(Deque<ServerMessage> queue, ServerMessage message) {
    if (queue.size() == SessionLimits.WAITING_ANSWERS) {
      queue.remove();
    }
    queue.add(message);
  }

  /** Sends what there is and the client can take. */
  void flush(long now, List<Output> out) {
    if (!reads()) {
      return;
    }
    drain(waiting, out);
    text.after(read).forEach(line -> answer(line, out));
    read = text.last();
    state.flatMap(link -> link.next(now)).ifPresent(block -> show(block, out));
    if (state.map(ServerLink::upToDate).orElse(true)) {
      drain(unproved, out);
    }
  }

  /** Sends a block, and before it the words that its binary form names for the first time. */
  private void show(Block block, List<Output> out) {
    if (link.has(Capability.BINARY)) {
      seat.pack(block).forEach(word -> answer(new ServerMessage.Dict(word), out));
    }
    answer(message(block), out);
  }

  private void drain(Deque<ServerMessage> queue, List<Output> out) {
    queue.forEach(message -> answer(message, out));
    queue.clear();
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
    return blockedSince
        .map(since -> since + SessionLimits.STUCK_MILLIS)
        .or(() -> state.map(ServerLink::nextWake))
        .orElse(Long.MAX_VALUE);
  }
}

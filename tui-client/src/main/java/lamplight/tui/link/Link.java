package lamplight.tui.link;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Position;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.ClientEnd;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.Protocol;
import lamplight.engine.wire.ServerMessage;

/**
 * A client's side of the protocol over as many connections as it takes, as a state machine without
 * sockets, threads or a clock.
 *
 * <pre>
 *   WAITING ──time──▶ CONNECTING ──opened, HELLO──▶ GREETING ──WELCOME──▶ LOBBY ──SESSION──▶ SEATED
 *      ▲                   │                           │         │          └ RESUME, if it had a seat
 *      └───── lost ────────┴──────── lost, silent ─────┴─────────┴──── lost, silent, SHUTDOWN
 * </pre>
 *
 * <p>Invariants: a command keeps its number until it is answered, over all connections, so that it
 * is carried out once; the replica is only ever the whole view of a version that its hash has
 * proved; a first connection that fails is final, a later one is tried again.
 */
public final class Link {
  /** Commands without an answer that are kept; more are refused at once. */
  static final int MOST_UNANSWERED = 50;

  static final long PING_EVERY = 10_000;

  /** Without a byte for this long the line counts as lost. */
  static final long SILENCE = 25_000;

  /** A server that does not answer HELLO within this time is none of ours. */
  static final long GREETING = 5_000;

  static final long FIRST_WAIT = 500;
  static final long LONGEST_WAIT = 30_000;

  private static final String CLIENT = "lamplight-tui";
  private static final Set<Capability> WANTED = Set.of(Capability.MARKUP, Capability.QUIET);

  private final RandomGenerator random;
  private final List<Act> acts = new ArrayList<>();
  private final Deque<ClientMessage.Command> unanswered = new ArrayDeque<>();
  private final List<ServerMessage.World> worlds = new ArrayList<>();
  private final List<ServerMessage.Open> open = new ArrayList<>();

  private enum Phase {
    WAITING,
    CONNECTING,
    GREETING,
    LOBBY,
    SEATED,
    CLOSED
  }

  private Phase phase = Phase.WAITING;
  private ClientEnd codec = new ClientEnd();
  private Optional<ServerMessage.Session> seat = Optional.empty();
  private ClientState replica = ClientState.EMPTY;
  private long lastText;
  private long lastNumber;
  private boolean everGreeted;
  private int attempt;
  private long retryAt;
  private long openedAt;
  private long heardAt;
  private long pingAt;
  private int delay = -1;
  private Optional<Standing> told = Optional.empty();

  /** A link that is about to connect; jitter comes from {@code random}. */
  public Link(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Begins to connect, tries again when it is time, asks whether a silent server lives. Call at the
   * times that {@link #wake} gives.
   */
  public List<Act> tick(long now) {
    if (phase == Phase.WAITING && now >= retryAt) {
      phase = Phase.CONNECTING;
      acts.add(new Act.Open());
    } else if (phase == Phase.GREETING && now - openedAt >= GREETING) {
      hang(now, "there is a server, but it does not speak Lamplight's protocol");
    } else if (isUp() && now - heardAt >= SILENCE) {
      hang(now, "the server fell silent");
    } else if (isUp() && now >= pingAt) {
      pingAt = now + PING_EVERY;
      send(new ClientMessage.Ping(Long.toString(now)));
    }
    return done();
  }

  /** When {@link #tick} has something to do next. */
  public long wake() {
    return switch (phase) {
      case WAITING -> retryAt;
      case GREETING -> openedAt + GREETING;
      case LOBBY, SEATED -> Math.min(pingAt, heardAt + SILENCE);
      case CONNECTING, CLOSED -> Long.MAX_VALUE;
    };
  }

  /** The connection is there. */
  public List<Act> opened(long now) {
    phase = Phase.GREETING;
    codec = new ClientEnd();
    openedAt = now;
    heardAt = now;
    pingAt = now + 1;
    send(new ClientMessage.Hello(Protocol.VERSION, CLIENT, WANTED));
    return done();
  }

  /** The connection could not be made or has ended; {@code reason} is for people. */
  public List<Act> lost(String reason, long now) {
    fail(now, reason);
    return done();
  }

  /** Bytes from the server; all are consumed. */
  public List<Act> received(ByteBuffer bytes, long now) {
    heardAt = now;
    for (Inbound<ServerMessage> inbound : codec.read(bytes)) {
      if (phase == Phase.CLOSED || phase == Phase.WAITING) {
        break;
      }
      if (inbound instanceof Inbound.Good<ServerMessage> good) {
        heard(good.message(), now);
      } else if (phase == Phase.GREETING) {
        notOurs();
      }
    }
    return done();
  }

  /** Asks for the worlds and the open sessions. */
  public List<Act> browse() {
    sendIfUp(new ClientMessage.ListAll());
    return done();
  }

  public List<Act> create(String world, String name, Optional<String> password) {
    sendIfUp(new ClientMessage.Create(world, name, password));
    return done();
  }

  public List<Act> join(String session, String name, Optional<String> password) {
    sendIfUp(new ClientMessage.Join(session, name, password));
    return done();
  }

  /** A player's command: sent now, or once the line is back. */
  public List<Act> command(String text) {
    if (unanswered.size() >= MOST_UNANSWERED) {
      tell(
          new News.Refused(
              OptionalLong.empty(),
              Refusal.RATE_LIMITED,
              "Too many commands wait for an answer; this one was not sent."));
      return done();
    }
    ClientMessage.Command command = new ClientMessage.Command(OptionalLong.of(++lastNumber), text);
    unanswered.add(command);
    if (phase == Phase.SEATED) {
      send(command);
    }
    return done();
  }

  /** Says goodbye; the seat is kept. */
  public List<Act> bye() {
    sendIfUp(new ClientMessage.Bye());
    if (phase != Phase.WAITING && phase != Phase.CLOSED) {
      acts.add(new Act.Hang());
    }
    phase = Phase.CLOSED;
    return done();
  }

  private void heard(ServerMessage message, long now) {
    if (message instanceof ServerMessage.Welcome welcome) {
      welcomed(welcome);
    } else if (phase == Phase.GREETING && !(message instanceof ServerMessage.Bye)) {
      notOurs();
    } else if (message instanceof ServerMessage.Session session) {
      seated(session);
    } else if (message instanceof ServerMessage.FullSync full) {
      apply(full.snapshot());
    } else if (message instanceof ServerMessage.DeltaSync delta) {
      apply(delta.delta());
    } else if (message instanceof ServerMessage.Check check) {
      apply(check.check());
    } else if (message instanceof ServerMessage.Text text) {
      text(text);
    } else if (message instanceof ServerMessage.Ok ok) {
      answered(ok.seq());
    } else if (message instanceof ServerMessage.Refused refused) {
      refused(refused);
    } else if (message instanceof ServerMessage.Bye bye) {
      bye(bye, now);
    } else if (message instanceof ServerMessage.Ping ping) {
      send(new ClientMessage.Pong(ping.nonce()));
    } else if (message instanceof ServerMessage.Pong pong) {
      pong(pong, now);
    } else {
      listed(message);
    }
  }

  private void welcomed(ServerMessage.Welcome welcome) {
    if (welcome.protocol() != Protocol.VERSION) {
      close(
          true,
          "The server speaks version "
              + welcome.protocol()
              + " of the protocol, this client version "
              + Protocol.VERSION
              + ".");
      return;
    }
    everGreeted = true;
    phase = Phase.LOBBY;
    if (seat.isPresent()) {
      resume(seat.get());
    } else {
      tell(new News.Ready(welcome.server()));
    }
  }

  private void resume(ServerMessage.Session old) {
    Optional<Position> position =
        replica.version() > 0 ? Optional.of(replica.position()) : Optional.empty();
    send(new ClientMessage.Resume(old.session(), old.token(), position, OptionalLong.of(lastText)));
  }

  private void seated(ServerMessage.Session session) {
    boolean again = seat.isPresent();
    seat = Optional.of(session);
    phase = Phase.SEATED;
    tell(new News.Seated(session.session(), session.player(), session.world(), again));
    unanswered.forEach(this::send);
  }

  private void apply(Block block) {
    ClientState.Applied applied = replica.apply(block);
    boolean changed =
        !applied.state().entries().equals(replica.entries())
            || applied.state().version() != replica.version();
    replica = applied.state();
    switch (applied.reply()) {
      case NOTHING -> {}
      case ACK -> send(new ClientMessage.Ack(replica.position()));
      case SYNC_REQUEST -> send(new ClientMessage.SyncRequest(replica.position()));
    }
    if (changed) {
      tell(new News.Changed(replica));
    }
  }

  /**
   * Lines come in order and once; after a RESUME some may come again. A jump means that the server
   * dropped some and says so itself.
   */
  private void text(ServerMessage.Text text) {
    if (text.number() > lastText) {
      lastText = text.number();
      tell(new News.Told(text.kind(), text.line()));
    }
  }

  private void answered(long number) {
    unanswered.removeIf(command -> command.seq().orElse(0) == number);
  }

  private void refused(ServerMessage.Refused refused) {
    refused.seq().ifPresent(this::answered);
    if (phase == Phase.LOBBY && seat.isPresent()) {
      close(true, "The seat is gone: " + refused.text());
      return;
    }
    tell(new News.Refused(refused.seq(), refused.code(), refused.text()));
  }

  private void bye(ServerMessage.Bye bye, long now) {
    switch (bye.code()) {
      case SHUTDOWN, OTHER -> hang(now, bye.text());
      case BYE, TAKEN_OVER, KICKED, CLOSED -> close(false, bye.text());
      case ABUSE -> close(true, bye.text());
    }
  }

  private void pong(ServerMessage.Pong pong, long now) {
    try {
      delay = (int) Math.max(0, Math.min(Integer.MAX_VALUE, now - Long.parseLong(pong.nonce())));
    } catch (NumberFormatException e) {
      return; // Not an answer to a PING of ours.
    }
    if (now - openedAt >= PING_EVERY) {
      attempt =
          0; // The line holds: a server that falls over at each command is not asked again at once.
    }
  }

  private void listed(ServerMessage message) {
    if (message instanceof ServerMessage.World world) {
      worlds.add(world);
    } else if (message instanceof ServerMessage.Open session) {
      open.add(session);
    } else if (message instanceof ServerMessage.End) {
      tell(new News.Listing(worlds, open));
      worlds.clear();
      open.clear();
    }
  }

  private void notOurs() {
    close(true, "There is a server, but it does not speak Lamplight's protocol.");
  }

  private void hang(long now, String reason) {
    acts.add(new Act.Hang());
    fail(now, reason);
  }

  private void fail(long now, String reason) {
    if (phase == Phase.CLOSED || phase == Phase.WAITING) {
      return;
    }
    if (!everGreeted) {
      phase = Phase.CLOSED;
      tell(new News.Closed(true, reason));
      return;
    }
    if (phase == Phase.SEATED) {
      tell(
          new News.Told(
              TextKind.SYSTEM,
              Line.of(
                  "The line is lost ("
                      + reason
                      + "). What you type is kept and sent once it is back.")));
    }
    phase = Phase.WAITING;
    delay = -1;
    long most = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(attempt, 10));
    retryAt = now + most / 2 + random.nextLong(most / 2 + 1);
    attempt++;
  }

  private void close(boolean fault, String text) {
    acts.add(new Act.Hang());
    phase = Phase.CLOSED;
    tell(new News.Closed(fault, text));
  }

  private boolean isUp() {
    return phase == Phase.LOBBY || phase == Phase.SEATED;
  }

  private void sendIfUp(ClientMessage message) {
    if (isUp()) {
      send(message);
    }
  }

  private void send(ClientMessage message) {
    acts.add(new Act.Send(codec.write(message)));
  }

  private void tell(News news) {
    acts.add(new Act.Tell(news));
  }

  /** Everything to do since the last call, and how the line is if that has changed. */
  private List<Act> done() {
    Standing standing = new Standing(state(), delay, retryAt, attempt, unanswered.size());
    if (!told.equals(Optional.of(standing))) {
      told = Optional.of(standing);
      tell(new News.Weather(standing));
    }
    List<Act> all = List.copyOf(acts);
    acts.clear();
    return all;
  }

  private Standing.State state() {
    return switch (phase) {
      case WAITING, CLOSED -> Standing.State.WAITING;
      case CONNECTING, GREETING -> Standing.State.CONNECTING;
      case LOBBY, SEATED ->
          seat.isPresent() && phase == Phase.LOBBY
              ? Standing.State.CONNECTING
              : Standing.State.ONLINE;
    };
  }
}

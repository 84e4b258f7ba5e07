package lamplight.tui.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.ClientEnd;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.Protocol;
import lamplight.engine.wire.ServerMessage;
import lamplight.tui.text.Words;

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
 * <p>A first connection that fails is final, a later one is tried again, after a {@link Backoff}.
 * What outlives a connection has its own home: the {@link Seat}, the {@link Replica} and the
 * commands that are {@link Unanswered}; a {@link Heartbeat} tells whether one lives.
 */
public final class Link implements Conversation {
  private static final String CLIENT = "lamplight-tui";

  /** The type of LIVE that says that somebody is typing. */
  private static final String TYPING = "typing";

  /** What every client of ours asks for; it is enough for a line that a person can read. */
  private static final Set<Capability> READABLE = Set.of(Capability.MARKUP, Capability.QUIET);

  /** What to ask for besides, for the fewest bytes. */
  public static final Set<Capability> COMPACT = Set.of(Capability.BINARY, Capability.DEFLATE);

  private enum Phase {
    WAITING,
    CONNECTING,
    GREETING,
    LOBBY,
    SEATED,
    CLOSED
  }

  private final RandomGenerator random;
  private final Set<Capability> wishes;
  private final Words says;
  private final Acts acts = new Acts();
  private final Replica replica = new Replica();
  private final Seat seat = new Seat(replica);
  private final Unanswered unanswered;
  private final Heartbeat heartbeat = new Heartbeat();
  private final List<ServerMessage.World> worlds = new ArrayList<>();
  private final List<ServerMessage.About> about = new ArrayList<>();
  private final List<ServerMessage.Open> open = new ArrayList<>();

  private Phase phase = Phase.WAITING;
  private boolean everGreeted;
  private Backoff backoff = Backoff.NONE;
  private long retryAt;
  private ClientEnd.Words words = new ClientEnd.Words();
  private Standing.Form form = Standing.Form.TEXT;
  private ClientEnd codec = new ClientEnd(words);

  /**
   * A link that is about to connect.
   *
   * @param random for the jitter of the waits
   * @param numbersFrom commands are numbered upward from here; it must be more than any earlier
   *     client of the same seat has used, so a wall clock's milliseconds do well
   * @param more what to ask the server for besides what every client of ours asks for
   * @param says what the link says by itself
   */
  public Link(RandomGenerator random, long numbersFrom, Set<Capability> more, Words says) {
    this.random = random;
    this.wishes = EnumSet.copyOf(READABLE);
    this.wishes.addAll(more);
    this.says = says;
    this.unanswered = new Unanswered(numbersFrom);
  }

  /** Begins to connect, tries again when it is time, asks whether a silent server lives. */
  @Override
  public List<Act> tick(long now) {
    if (phase == Phase.WAITING && now >= retryAt) {
      phase = Phase.CONNECTING;
      acts.add(new Act.Open());
    } else if (phase == Phase.GREETING && now >= heartbeat.greetingEnds()) {
      phase = notOurs();
    } else if (isUp() && now >= heartbeat.silenceEnds()) {
      phase = hang(now, says.say("link.silent"));
    } else if (isUp() && !seat.isResuming()) {
      heartbeat.ping(now).ifPresent(this::send);
    }
    return done();
  }

  @Override
  public long wake() {
    return switch (phase) {
      case WAITING -> retryAt;
      case GREETING -> heartbeat.greetingEnds();
      case LOBBY, SEATED ->
          seat.isResuming()
              ? heartbeat.silenceEnds()
              : Math.min(heartbeat.pingAt(), heartbeat.silenceEnds());
      case CONNECTING, CLOSED -> Long.MAX_VALUE;
    };
  }

  @Override
  public List<Act> opened(long now) {
    phase = Phase.GREETING;
    seat.connected();
    codec.close();
    words = seat.isHeld() ? words : new ClientEnd.Words();
    codec = new ClientEnd(words);
    heartbeat.opened(now);
    send(new ClientMessage.Hello(Protocol.VERSION, CLIENT, wishes, words.hash()));
    return done();
  }

  @Override
  public List<Act> lost(String reason, long now) {
    if (phase != Phase.CLOSED && phase != Phase.WAITING) {
      phase = fail(now, reason);
    }
    return done();
  }

  @Override
  public List<Act> received(ByteBuffer bytes, long now) {
    heartbeat.heard(now);
    for (Inbound<ServerMessage> inbound : codec.read(bytes)) {
      if (phase == Phase.CLOSED || phase == Phase.WAITING) {
        break;
      }
      if (inbound instanceof Inbound.Good<ServerMessage> good) {
        phase = heard(good.message(), now);
      } else if (phase == Phase.GREETING) {
        phase = notOurs();
      }
    }
    return done();
  }

  @Override
  public List<Act> browse() {
    sendIfUp(new ClientMessage.ListAll());
    return done();
  }

  @Override
  public List<Act> create(String world, String player, Optional<String> password) {
    sendIfUp(seat.create(world, player, password));
    return done();
  }

  @Override
  public List<Act> join(
      String session, String player, Optional<String> password, Optional<String> token) {
    sendIfUp(seat.join(session, player, password, token));
    return done();
  }

  @Override
  public List<Act> resume(String words) {
    sendIfUp(seat.resume(words));
    return done();
  }

  /** A player's command: sent now, or once the line is back. */
  @Override
  public List<Act> command(String text) {
    Optional<ClientMessage.Command> numbered = unanswered.add(text);
    if (numbered.isEmpty()) {
      String full = says.say("link.full");
      acts.tell(new News.Refused(OptionalLong.empty(), Refusal.RATE_LIMITED, full));
      return done();
    }
    ClientMessage.Command command = numbered.get();
    acts.tell(new News.Sent(command.seq().orElseThrow(), text));
    if (phase == Phase.SEATED) {
      send(command);
    }
    return done();
  }

  @Override
  public List<Act> leave() {
    if (phase == Phase.SEATED) {
      send(new ClientMessage.Leave());
    }
    return done();
  }

  @Override
  public List<Act> typing() {
    if (phase == Phase.SEATED) {
      send(new ClientMessage.Live(TYPING, ""));
    }
    return done();
  }

  /** Our servers send whole sentences. */
  @Override
  public List<Act> resized(int columns, int rows) {
    return List.of();
  }

  /** Says goodbye; the seat is kept. */
  @Override
  public List<Act> bye() {
    if (!seat.isResuming()) {
      sendIfUp(new ClientMessage.Bye());
    }
    if (phase != Phase.WAITING && phase != Phase.CLOSED) {
      acts.add(new Act.Hang());
    }
    phase = Phase.CLOSED;
    return done();
  }

  private Phase heard(ServerMessage message, long now) {
    boolean greeting =
        message instanceof ServerMessage.Welcome || message instanceof ServerMessage.Bye;
    return phase == Phase.GREETING && !greeting ? notOurs() : message.match(new Heard(now));
  }

  /** What comes of each message; the answer is the next phase. */
  private final class Heard implements ServerMessage.Cases<Phase> {
    private final long now;

    Heard(long now) {
      this.now = now;
    }

    @Override
    public Phase welcome(ServerMessage.Welcome message) {
      if (message.protocol() != Protocol.VERSION) {
        return close(true, says.say("link.version", message.protocol(), Protocol.VERSION));
      }
      everGreeted = true;
      boolean binary = message.capabilities().contains(Capability.BINARY);
      form = binary ? Standing.Form.COMPACT : Standing.Form.TEXT;
      seat.again()
          .ifPresentOrElse(Link.this::send, () -> acts.tell(new News.Ready(message.server())));
      return Phase.LOBBY;
    }

    @Override
    public Phase session(ServerMessage.Session message) {
      boolean again = seat.isHeld();
      acts.add(seat.taken(message));
      acts.tell(new News.Seated(message.session(), message.player(), message.world(), again));
      unanswered.all().forEach(Link.this::send);
      return Phase.SEATED;
    }

    @Override
    public Phase world(ServerMessage.World message) {
      worlds.add(message);
      return phase;
    }

    @Override
    public Phase about(ServerMessage.About message) {
      about.add(message);
      return phase;
    }

    @Override
    public Phase open(ServerMessage.Open message) {
      open.add(message);
      return phase;
    }

    @Override
    public Phase end(ServerMessage.End message) {
      acts.tell(new News.Listing(worlds, about, open));
      worlds.clear();
      about.clear();
      open.clear();
      return phase;
    }

    @Override
    public Phase sync(ServerMessage.Sync message) {
      Replica.Outcome outcome = replica.apply(message.block());
      outcome.answer().ifPresent(Link.this::send);
      outcome.changed().ifPresent(state -> acts.tell(new News.Changed(state)));
      return phase;
    }

    @Override
    public Phase dict(ServerMessage.Dict message) {
      return phase;
    }

    /** Not asked for: what players should see of it comes as text. */
    @Override
    public Phase event(ServerMessage.Event message) {
      return phase;
    }

    @Override
    public Phase text(ServerMessage.Text message) {
      if (replica.isNew(message)) {
        acts.tell(new News.Told(message.kind(), message.line()));
      }
      return phase;
    }

    @Override
    public Phase ok(ServerMessage.Ok message) {
      unanswered.remove(message.seq());
      acts.tell(new News.Answered(message.seq()));
      return phase;
    }

    @Override
    public Phase refused(ServerMessage.Refused message) {
      message.seq().ifPresent(unanswered::remove);
      Optional<ClientMessage> instead = seat.refused();
      if (instead.isPresent()) {
        send(instead.get());
        return phase;
      }
      if (phase == Phase.LOBBY && seat.isHeld()) {
        return close(true, says.say("link.gone", message.text()));
      }
      acts.tell(new News.Refused(message.seq(), message.code(), message.text()));
      return phase;
    }

    @Override
    public Phase setting(ServerMessage.Setting message) {
      return phase;
    }

    @Override
    public Phase live(ServerMessage.Live message) {
      if (message.type().equals(TYPING)) {
        acts.tell(new News.Typing(message.player()));
      }
      return phase;
    }

    @Override
    public Phase ping(ServerMessage.Ping message) {
      if (!seat.isResuming()) {
        send(new ClientMessage.Pong(message.nonce()));
      }
      return phase;
    }

    @Override
    public Phase pong(ServerMessage.Pong message) {
      if (heartbeat.pong(message.nonce(), now)) {
        backoff = Backoff.NONE;
      }
      return phase;
    }

    @Override
    public Phase bye(ServerMessage.Bye message) {
      return switch (message.code()) {
        case SHUTDOWN, IDLE, OTHER -> hang(now, message.text());
        case BYE, TAKEN_OVER, KICKED, CLOSED -> close(false, message.text());
        case ABUSE -> close(true, message.text());
      };
    }
  }

  private Phase notOurs() {
    return close(true, says.say("link.stranger"));
  }

  private Phase hang(long now, String reason) {
    acts.add(new Act.Hang());
    return fail(now, reason);
  }

  /** The connection is gone: the first one for good, a later one is made again. */
  private Phase fail(long now, String reason) {
    if (!everGreeted) {
      acts.tell(new News.Closed(true, reason));
      return Phase.CLOSED;
    }
    if (phase == Phase.SEATED) {
      acts.tell(new News.Told(TextKind.SYSTEM, Line.of(says.say("link.lost", reason))));
    }
    heartbeat.lost();
    retryAt = now + backoff.wait(random);
    backoff = backoff.failed();
    return Phase.WAITING;
  }

  private Phase close(boolean fault, String text) {
    acts.add(new Act.Hang());
    acts.tell(new News.Closed(fault, text));
    return Phase.CLOSED;
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
    seat.sent(message);
    acts.add(new Act.Send(StandardCharsets.UTF_8.encode(codec.write(message))));
  }

  private List<Act> done() {
    return acts.take(
        new Standing(
            state(), heartbeat.delay(), retryAt, backoff.failures(), unanswered.size(), form));
  }

  private Standing.State state() {
    return switch (phase) {
      case WAITING, CLOSED -> Standing.State.WAITING;
      case CONNECTING, GREETING -> Standing.State.CONNECTING;
      case LOBBY, SEATED ->
          seat.isHeld() && phase == Phase.LOBBY ? Standing.State.CONNECTING : Standing.State.ONLINE;
    };
  }
}

package lamplight.tui.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
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
 * <p>Invariants: a command keeps its number until it is answered, over all connections, so that it
 * is carried out once; the replica is only ever the whole view of a version that its hash has
 * proved; a first connection that fails is final, a later one is tried again.
 */
public final class Link implements Conversation {
  /** Commands without an answer that are kept; more are refused at once. */
  static final int MOST_UNANSWERED = 50;

  static final long PING_EVERY = 10_000;

  /** Without a byte for this long the line counts as lost. */
  static final long SILENCE = 25_000;

  /** A server that does not answer HELLO within this time is none of ours. */
  static final long GREETING = 5_000;

  static final long FIRST_WAIT = 500;

  /** Short enough to be at the table again within seconds of a server that was away for long. */
  static final long LONGEST_WAIT = 5_000;

  /** Doubling the wait this often is past the longest. */
  private static final int MOST_DOUBLINGS = 10;

  private static final String CLIENT = "lamplight-tui";

  /** The type of LIVE that says that somebody is typing. */
  private static final String TYPING = "typing";

  /** What every client of ours asks for; it is enough for a line that a person can read. */
  private static final Set<Capability> READABLE = Set.of(Capability.MARKUP, Capability.QUIET);

  /** What to ask for besides, for the fewest bytes. */
  public static final Set<Capability> COMPACT = Set.of(Capability.BINARY, Capability.DEFLATE);

  private final RandomGenerator random;
  private final List<Act> acts = new ArrayList<>();
  private final Deque<ClientMessage.Command> unanswered = new ArrayDeque<>();
  private final List<ServerMessage.World> worlds = new ArrayList<>();
  private final List<ServerMessage.About> about = new ArrayList<>();
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
  private final Set<Capability> wishes;
  private final Words says;
  private ClientEnd.Words words = new ClientEnd.Words();
  private Standing.Form form = Standing.Form.TEXT;
  private ClientEnd codec = new ClientEnd(words);
  private Optional<ServerMessage.Session> seat = Optional.empty();
  private String name = "";

  /** What to say if the seat of an earlier game cannot be had again. */
  private Optional<ClientMessage> otherwise = Optional.empty();

  /** Whether RESUME has no answer yet: whatever is sent before that spends the token. */
  private boolean resuming;

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
    this.lastNumber = numbersFrom;
  }

  /**
   * Begins to connect, tries again when it is time, asks whether a silent server lives. Call at the
   * times that {@link #wake} gives.
   */
  @Override
  public List<Act> tick(long now) {
    if (phase == Phase.WAITING && now >= retryAt) {
      phase = Phase.CONNECTING;
      acts.add(new Act.Open());
    } else if (phase == Phase.GREETING && now - openedAt >= GREETING) {
      phase = notOurs();
    } else if (isUp() && now - heardAt >= SILENCE) {
      phase = hang(now, says.say("link.silent"));
    } else if (isUp() && !resuming && now >= pingAt) {
      pingAt = now + PING_EVERY;
      send(new ClientMessage.Ping(Long.toString(now)));
    }
    return done();
  }

  /** When {@link #tick} has something to do next. */
  @Override
  public long wake() {
    return switch (phase) {
      case WAITING -> retryAt;
      case GREETING -> openedAt + GREETING;
      case LOBBY, SEATED -> resuming ? heardAt + SILENCE : Math.min(pingAt, heardAt + SILENCE);
      case CONNECTING, CLOSED -> Long.MAX_VALUE;
    };
  }

  /** The connection is there. */
  @Override
  public List<Act> opened(long now) {
    phase = Phase.GREETING;
    resuming = false;
    codec.close();
    words = seat.isPresent() ? words : new ClientEnd.Words();
    codec = new ClientEnd(words);
    openedAt = now;
    heardAt = now;
    pingAt = now + 1;
    send(new ClientMessage.Hello(Protocol.VERSION, CLIENT, wishes, words.hash()));
    return done();
  }

  /** The connection could not be made or has ended; {@code reason} is a sentence for people. */
  @Override
  public List<Act> lost(String reason, long now) {
    if (phase != Phase.CLOSED && phase != Phase.WAITING) {
      phase = fail(now, reason);
    }
    return done();
  }

  /** Bytes from the server; all are consumed. */
  @Override
  public List<Act> received(ByteBuffer bytes, long now) {
    heardAt = now;
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

  /** Asks for the worlds and the open sessions. */
  @Override
  public List<Act> browse() {
    sendIfUp(new ClientMessage.ListAll());
    return done();
  }

  /** Begins a new game. */
  @Override
  public List<Act> create(String world, String player, Optional<String> password) {
    name = player;
    sendIfUp(new ClientMessage.Create(world, player, password));
    return done();
  }

  /**
   * Takes a seat in a session: the one that {@code token} opens, if it still does, or a new one.
   */
  @Override
  public List<Act> join(
      String session, String player, Optional<String> password, Optional<String> token) {
    name = player;
    ClientMessage join = new ClientMessage.Join(session, player, password);
    otherwise = token.map(unused -> join);
    sendIfUp(token.map(secret -> resumption(session, secret)).orElse(join));
    return done();
  }

  /** Takes the seat that rejoin words open; its player's id stands for the name. */
  @Override
  public List<Act> resume(String words) {
    name = "";
    sendIfUp(resumption("", words));
    return done();
  }

  /** A player's command: sent now, or once the line is back. */
  @Override
  public List<Act> command(String text) {
    if (unanswered.size() >= MOST_UNANSWERED) {
      tell(new News.Refused(OptionalLong.empty(), Refusal.RATE_LIMITED, says.say("link.full")));
      return done();
    }
    ClientMessage.Command command = new ClientMessage.Command(OptionalLong.of(++lastNumber), text);
    unanswered.add(command);
    tell(new News.Sent(lastNumber, text));
    if (phase == Phase.SEATED) {
      send(command);
    }
    return done();
  }

  /** Gives the seat up, if there is one; to be followed by {@link #bye}. */
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
    if (!resuming) {
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
      seat.ifPresentOrElse(
          old -> send(resumption(old.session(), old.token())),
          () -> tell(new News.Ready(message.server())));
      return Phase.LOBBY;
    }

    @Override
    public Phase session(ServerMessage.Session message) {
      boolean again = seat.isPresent();
      resuming = false;
      seat = Optional.of(message);
      otherwise = Optional.empty();
      name = name.isEmpty() ? message.player() : name;
      acts.add(new Act.Keep(message.session(), name, message.token()));
      tell(new News.Seated(message.session(), message.player(), message.world(), again));
      unanswered.forEach(Link.this::send);
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
      tell(new News.Listing(worlds, about, open));
      worlds.clear();
      about.clear();
      open.clear();
      return phase;
    }

    @Override
    public Phase sync(ServerMessage.Sync message) {
      return apply(message.block());
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

    /**
     * Lines come in order and once; after a RESUME some may come again. A jump means that the
     * server dropped some, and it says so itself.
     */
    @Override
    public Phase text(ServerMessage.Text message) {
      if (message.number() > lastText) {
        lastText = message.number();
        tell(new News.Told(message.kind(), message.line()));
      }
      return phase;
    }

    @Override
    public Phase ok(ServerMessage.Ok message) {
      answered(message.seq());
      tell(new News.Answered(message.seq()));
      return phase;
    }

    @Override
    public Phase refused(ServerMessage.Refused message) {
      message.seq().ifPresent(Link.this::answered);
      resuming = false;
      if (otherwise.isPresent()) {
        send(otherwise.get());
        otherwise = Optional.empty();
        return phase;
      }
      if (phase == Phase.LOBBY && seat.isPresent()) {
        return close(true, says.say("link.gone", message.text()));
      }
      tell(new News.Refused(message.seq(), message.code(), message.text()));
      return phase;
    }

    @Override
    public Phase setting(ServerMessage.Setting message) {
      return phase;
    }

    @Override
    public Phase live(ServerMessage.Live message) {
      if (message.type().equals(TYPING)) {
        tell(new News.Typing(message.player()));
      }
      return phase;
    }

    @Override
    public Phase ping(ServerMessage.Ping message) {
      if (!resuming) {
        send(new ClientMessage.Pong(message.nonce()));
      }
      return phase;
    }

    @Override
    public Phase pong(ServerMessage.Pong message) {
      measure(message.nonce(), now);
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

  private ClientMessage resumption(String session, String token) {
    Optional<Position> position =
        replica.version() > 0 ? Optional.of(replica.position()) : Optional.empty();
    return new ClientMessage.Resume(session, token, position, OptionalLong.of(lastText));
  }

  private Phase apply(Block block) {
    ClientState.Applied applied = replica.apply(block);
    boolean changed =
        applied.state().version() != replica.version()
            || !applied.state().entries().equals(replica.entries());
    replica = applied.state();
    switch (applied.reply()) {
      case NOTHING -> {}
      case ACK -> send(new ClientMessage.Ack(replica.position()));
      case SYNC_REQUEST -> send(new ClientMessage.SyncRequest(replica.position()));
    }
    if (changed) {
      tell(new News.Changed(replica));
    }
    return phase;
  }

  private void answered(long number) {
    unanswered.removeIf(command -> command.seq().orElse(0) == number);
  }

  private void measure(String nonce, long now) {
    try {
      delay = (int) Math.max(0, Math.min(Integer.MAX_VALUE, now - Long.parseLong(nonce)));
    } catch (NumberFormatException e) {
      return; // Not an answer to a PING of ours.
    }
    if (now - openedAt >= PING_EVERY) {
      attempt = 0; // The line holds: a server that falls over at each command is not asked at once.
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
      tell(new News.Closed(true, reason));
      return Phase.CLOSED;
    }
    if (phase == Phase.SEATED) {
      tell(new News.Told(TextKind.SYSTEM, Line.of(says.say("link.lost", reason))));
    }
    delay = -1;
    long most = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(attempt, MOST_DOUBLINGS));
    retryAt = now + most / 2 + random.nextLong(most / 2 + 1);
    attempt++;
    return Phase.WAITING;
  }

  private Phase close(boolean fault, String text) {
    acts.add(new Act.Hang());
    tell(new News.Closed(fault, text));
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
    resuming |= message instanceof ClientMessage.Resume;
    acts.add(new Act.Send(StandardCharsets.UTF_8.encode(codec.write(message))));
  }

  private void tell(News news) {
    acts.add(new Act.Tell(news));
  }

  /** Everything to do since the last call, and how the line is if that has changed. */
  private List<Act> done() {
    Standing standing = new Standing(state(), delay, retryAt, attempt, unanswered.size(), form);
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

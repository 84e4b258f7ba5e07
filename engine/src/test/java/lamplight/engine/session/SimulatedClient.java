package lamplight.engine.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lamplight.engine.model.PlayerId;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.wire.ClientEnd;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerMessage;

/** A client by the book, on a bad line, that plays at random. */
final class SimulatedClient {

  /** What no client by the book says; it is answered or passed over. */
  private static final List<String> ABSURD =
      List.of(
          "ACK:999999999999999999:ffffffff",
          "ACK:0:0",
          "ACK:9999999999999999999999:0",
          "SYNC_REQUEST:999999999999999999:ffffffff",
          "SYNC_REQUEST::",
          "CMD#99999999999999999999:look",
          "FETCH:%00:%ff",
          "SNAPSHOT:1:0",
          "CMD:" + "x".repeat(5_000));

  private static final List<String> FORMS =
      List.of("quiet", "binary,quiet", "deflate,markup", "binary,deflate,markup", "live");

  final String name;
  private final Simulation at;
  private final Random random;
  private final String form;
  private final boolean forgetsToAcknowledge;
  private ClientEnd.Words words = new ClientEnd.Words();
  private ClientEnd end = new ClientEnd(words);
  SimulatedLine line;
  ClientState state = ClientState.EMPTY;
  private Optional<ServerMessage.Session> seat = Optional.empty();
  private boolean seated;
  private boolean lives;
  boolean isLate;

  /** Whether something was asked for on this line: then what is under way need not fit. */
  private boolean asked;

  private long read;

  /** The words of all lines that came, in order. */
  private final List<String> heard = new ArrayList<>();

  /** How many lines were said to be missing. */
  private long missing;

  private long lastSeq;
  private final TreeMap<Long, String> unanswered = new TreeMap<>();

  /** Numbers of commands that were answered and have changed something. */
  private final Set<Long> promised = new TreeSet<>();

  SimulatedClient(Simulation at, int number) {
    this.at = at;
    this.random = new Random(at.seed * 1000 + number);
    this.name = "Player" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    this.form = FORMS.get(random.nextInt(FORMS.size()));
    this.forgetsToAcknowledge = random.nextInt(5) == 0;
    this.line = new SimulatedLine(at, this);
  }

  // ---- coming and going ----

  void arrive() {
    seated = false;
    asked = false;
    end.close();
    end = new ClientEnd(words);
    String dict = words.hash().map(hash -> ",dict=" + hash).orElse("");
    line.up(("HELLO:1:simulated:" + form + dict + "\n").getBytes(UTF_8));
    say(
        seat.<ClientMessage>map(
                old ->
                    new ClientMessage.Resume(
                        old.session(),
                        old.token(),
                        state.version() > 0 ? Optional.of(state.position()) : Optional.empty(),
                        OptionalLong.of(read)))
            .or(
                () ->
                    at.server.code().map(to -> new ClientMessage.Join(to, name, Optional.empty())))
            .orElseGet(() -> new ClientMessage.Create("world", name, Optional.empty())));
  }

  /** Begins to play and to have bad luck. */
  void live() {
    lives = true;
    at.later(random.nextInt(500), this::act);
  }

  /** From now on the line is good, and the client reads; nothing more is typed. */
  void rest() {
    lives = false;
    line.reading(true);
    if (!seated) {
      reconnect(10);
    }
    // Whoever was cut off by the server long ago finds out by asking.
    at.later(3_000, this::ask);
  }

  /** The same seat with nothing kept, as a player does at another machine. */
  void comeAnew() {
    isLate = true;
    state = ClientState.EMPTY;
    words = new ClientEnd.Words();
    reconnect(10);
  }

  private void reconnect(long noticedAfter) {
    line.cut(noticedAfter);
    line = new SimulatedLine(at, this);
    arrive();
  }

  /** The server has ended a connection. */
  void closed(SimulatedLine which) {
    which.over();
    if (which == line) {
      line = new SimulatedLine(at, this);
      arrive();
    }
  }

  private void act() {
    if (!lives) {
      return;
    }
    at.later(40 + random.nextInt(400), this::act);
    switch (random.nextInt(48)) {
      case 0 -> {
        // Who has no answer to JOIN yet would ask for the same name twice.
        if (seat.isPresent() && at.sabotage != Sabotage.NEVER_MIND_WHO_READS) {
          reconnect(random.nextBoolean() ? 5 : 20_000); // cut, or half open
        }
      }
      case 1 -> {
        boolean forLong = at.sabotage == Sabotage.NEVER_MIND_WHO_READS;
        if (!forLong || this == at.clients.get(0)) {
          SimulatedLine stalled = line;
          stalled.reading(false);
          at.later(forLong ? 200_000 : random.nextInt(8_000), () -> stalled.reading(true));
        }
      }
      case 2 -> spoil();
      case 3 -> ask();
      case 4 -> chat(new ClientMessage.Ping("x"));
      case 5 -> storm();
      case 6 -> flood();
      case 7 -> babble();
      default -> command();
    }
  }

  private static ClientMessage command(long seq, String text) {
    return new ClientMessage.Command(OptionalLong.of(seq), text);
  }

  private void command() {
    if (seated && unanswered.size() < 8) {
      long seq = ++lastSeq;
      String typed =
          at.world.anything(at.play.state(), new PlayerId(seat.orElseThrow().player()), random);
      unanswered.put(seq, typed);
      say(command(seq, typed));
    }
  }

  /** Comes again and again, before the server has answered the last time. */
  private void storm() {
    if (at.sabotage != Sabotage.NEVER_MIND_WHO_READS) {
      for (int i = 0; i < 8; i++) {
        at.later(
            25L * i,
            () -> {
              if (lives && (seated || seat.isPresent())) {
                reconnect(random.nextInt(60));
              }
            });
      }
    }
  }

  private void flood() {
    for (int i = 0; i < 60; i++) {
      ask();
    }
  }

  /** A replica that went wrong by itself: its hash gives it away. */
  private void spoil() {
    if (state.entries().size() > 0) {
      EntrySet less = state.entries().without(state.entries().iterator().next().key());
      state = new ClientState(state.version(), less, false);
      asked = true;
    }
  }

  /** Asks without need; what is under way meanwhile will not fit what is asked for. */
  private void ask() {
    asked = true;
    chat(new ClientMessage.SyncRequest(state.position()));
  }

  private void babble() {
    if (seated) {
      line.up((ABSURD.get(random.nextInt(ABSURD.size())) + "\n").getBytes(UTF_8));
    }
  }

  /** Says something that is not said between RESUME and its SESSION: it would spend the token. */
  private void chat(ClientMessage message) {
    if (seated) {
      say(message);
    }
  }

  private void say(ClientMessage message) {
    line.up(end.write(message).getBytes(UTF_8));
  }

  // ---- hearing ----

  void hear(byte[] bytes) {
    for (Inbound<ServerMessage> inbound : end.read(ByteBuffer.wrap(bytes))) {
      if (inbound instanceof Inbound.Good<ServerMessage> good) {
        good.message().match(new Reading());
      } else {
        at.check(Checker.HASHES_HOLD, false, () -> name + " cannot read " + inbound);
      }
    }
  }

  private Boolean apply(Block block) {
    ClientState.Applied applied = state.apply(block);
    state = applied.state();
    if (applied.reply() == ClientState.Reply.ACK) {
      at.check(
          Checker.HASHES_HOLD,
          at.play.was(seat.orElseThrow().player(), block.version(), block.hash()),
          () -> name + " was shown a view of version " + block.version() + " that was none");
      if (!forgetsToAcknowledge || random.nextInt(30) == 0) {
        say(new ClientMessage.Ack(state.position()));
      }
    } else if (applied.reply() == ClientState.Reply.SYNC_REQUEST) {
      at.check(Checker.HASHES_HOLD, asked, () -> name + " cannot apply " + block);
      asked = true;
      say(new ClientMessage.SyncRequest(state.position()));
    }
    return true;
  }

  /** What must be so once everything is at rest. */
  void check() {
    String player = seat.map(ServerMessage.Session::player).orElse("nobody");
    at.check(
        Checker.VIEWS_AGREE,
        state.entries().equals(at.server.view(player)),
        () -> name + " sees " + state.entries() + ", not " + at.server.view(player));
    List<Long> done = player().map(at.play::commands).orElse(List.of());
    at.check(Checker.COMMANDS_ONCE, unanswered.isEmpty(), () -> name + " waits for " + unanswered);
    at.check(
        Checker.COMMANDS_ONCE,
        Set.copyOf(done).size() == done.size() && done.containsAll(promised),
        () -> name + " was promised " + promised + ", and carried out are " + done);
    at.check(
        Checker.COMMANDS_ONCE,
        done.size() == lastSeq || at.server.crashes() > 0,
        () -> name + " typed " + lastSeq + " commands, carried out are " + done);
    at.check(
        Checker.TEXT_IN_ORDER,
        Story.left(player().map(at.play::told).orElse(List.of()), heard) <= missing,
        () -> name + " has not been told all, and " + missing + " lines are said to be missing");
    at.check(
        Checker.TEXT_IN_ORDER,
        at.server.crashes() > 0
            || player()
                .map(at.play::told)
                .map(List::size)
                .equals(Optional.of((int) (heard.size() + missing))),
        () -> name + " was told " + heard.size() + " lines, not counting " + missing);
  }

  Optional<PlayerId> player() {
    return seat.map(at -> new PlayerId(at.player()));
  }

  /** An answer came: what was changed must stay. */
  private void answered(long seq) {
    if (unanswered.remove(seq) != null
        && player().filter(player -> at.play.mustStay(player, seq)).isPresent()) {
      promised.add(seq);
    }
  }

  /** What a client does with each message. */
  private final class Reading implements Unheeded {
    @Override
    public Boolean session(ServerMessage.Session message) {
      seat = Optional.of(message);
      seated = true;
      unanswered.forEach((seq, typed) -> say(command(seq, typed)));
      return true;
    }

    @Override
    public Boolean sync(ServerMessage.Sync message) {
      return apply(message.block());
    }

    @Override
    public Boolean text(ServerMessage.Text message) {
      String words = message.line().plain();
      boolean gap = words.contains("missing here");
      boolean right = at.play.wasTold(player().orElseThrow(), words);
      at.check(
          Checker.TEXT_IN_ORDER,
          gap ? message.number() > read : message.number() == read + 1 && right,
          () -> name + " read " + read + " and then " + message);
      if (gap) {
        missing += message.number() - read;
      } else {
        heard.add(words);
      }
      read = message.number();
      return true;
    }

    @Override
    public Boolean ok(ServerMessage.Ok message) {
      answered(message.seq());
      return true;
    }

    @Override
    public Boolean refused(ServerMessage.Refused message) {
      if (message.seq().isPresent()) {
        long seq = message.seq().getAsLong();
        String typed = unanswered.get(seq);
        if (message.code().code().equals("rate_limited") && typed != null) {
          at.later(300, () -> say(command(seq, typed)));
        } else {
          answered(seq);
        }
      }
      return true;
    }
  }
}

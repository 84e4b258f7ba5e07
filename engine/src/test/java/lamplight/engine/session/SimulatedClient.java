package lamplight.engine.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import lamplight.engine.model.PlayerId;
import lamplight.engine.session.Simulation.Checker;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.wire.ClientEnd;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerMessage;

/** A client by the book, on a bad line, that plays at random. */
final class SimulatedClient {

  private static final List<String> FORMS =
      List.of("quiet", "binary,quiet", "deflate,markup", "binary,deflate,markup", "live");

  final String name;
  private final Simulation at;
  private final Random random;
  private final String form;
  private final boolean forgetsToAcknowledge;
  private ClientEnd.Words words = new ClientEnd.Words();
  private ClientEnd end = new ClientEnd(words);
  Simulation.Line line;
  ClientState state = ClientState.EMPTY;
  private Optional<ServerMessage.Session> seat = Optional.empty();
  private boolean seated;
  private boolean lives;
  boolean isLate;

  /** Whether something was asked for on this line: then what is under way need not fit. */
  private boolean asked;

  private long read;
  private long lastSeq;
  private long issued;
  private final Map<Long, String> text = new HashMap<>();
  private final TreeMap<Long, String> unanswered = new TreeMap<>();

  SimulatedClient(Simulation at, int number) {
    this.at = at;
    this.random = new Random(at.seed * 1000 + number);
    this.name = "Player" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    this.form = FORMS.get(random.nextInt(FORMS.size()));
    this.forgetsToAcknowledge = random.nextInt(5) == 0;
    this.line = at.new Line(this);
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
            .or(() -> at.code().map(to -> new ClientMessage.Join(to, name, Optional.empty())))
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
    line = at.new Line(this);
    arrive();
  }

  /** The server has ended a connection. */
  void closed(Simulation.Line which) {
    if (which == line) {
      line.clientEnd = false;
      line = at.new Line(this);
      arrive();
    }
  }

  private void act() {
    if (!lives) {
      return;
    }
    at.later(40 + random.nextInt(400), this::act);
    switch (random.nextInt(40)) {
      case 0 -> {
        if (at.sabotage != Simulation.Sabotage.NEVER_MIND_WHO_READS) {
          reconnect(random.nextBoolean() ? 5 : 20_000); // cut, or half open
        }
      }
      case 1 -> {
        boolean forLong = at.sabotage == Simulation.Sabotage.NEVER_MIND_WHO_READS;
        if (!forLong || this == at.clients.get(0)) {
          Simulation.Line stalled = line;
          stalled.reading(false);
          at.later(forLong ? 200_000 : random.nextInt(8_000), () -> stalled.reading(true));
        }
      }
      case 2 -> spoil();
      case 3 -> ask();
      case 4 -> say(new ClientMessage.Ping("x"));
      default -> command();
    }
  }

  private void command() {
    if (seated && unanswered.size() < 8) {
      long seq = ++lastSeq;
      String typed =
          at.world.anything(at.play.state, new PlayerId(seat.orElseThrow().player()), random);
      unanswered.put(seq, typed);
      text.put(seq, typed);
      issued++;
      say(Simulation.command(seq, typed));
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
    say(new ClientMessage.SyncRequest(state.position()));
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
          at.hashAt(seat.orElseThrow().player(), block.version()).equals(Optional.of(block.hash())),
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
        state.entries().equals(at.view(player)),
        () -> name + " sees " + state.entries() + ", not " + at.view(player));
    List<String> carriedOut = at.play.commands.getOrDefault(new PlayerId(player), List.of());
    List<String> expected = new ArrayList<>(text.values());
    expected.sort(null);
    at.check(Checker.COMMANDS_ONCE, unanswered.isEmpty(), () -> name + " waits for " + unanswered);
    at.check(
        Checker.COMMANDS_ONCE,
        carriedOut.stream().sorted().toList().equals(expected) && issued == expected.size(),
        () -> name + " typed " + issued + " commands, " + carriedOut.size() + " were carried out");
    at.check(
        Checker.TEXT_IN_ORDER,
        read == at.play.told.getOrDefault(new PlayerId(player), List.of()).size(),
        () -> name + " has read up to line " + read);
  }

  /** What a client does with each message. */
  private final class Reading implements Unheeded {
    @Override
    public Boolean session(ServerMessage.Session message) {
      seat = Optional.of(message);
      seated = true;
      unanswered.forEach((seq, typed) -> say(Simulation.command(seq, typed)));
      return true;
    }

    @Override
    public Boolean fullSync(ServerMessage.FullSync message) {
      return apply(message.snapshot());
    }

    @Override
    public Boolean deltaSync(ServerMessage.DeltaSync message) {
      return apply(message.delta());
    }

    @Override
    public Boolean check(ServerMessage.Check message) {
      return apply(message.check());
    }

    @Override
    public Boolean text(ServerMessage.Text message) {
      List<String> told =
          at.play.told.getOrDefault(new PlayerId(seat.orElseThrow().player()), List.of());
      boolean gap = message.line().plain().contains("missing here");
      int index = (int) message.number() - 1;
      boolean right = index < told.size() && told.get(index).equals(message.line().plain());
      at.check(
          Checker.TEXT_IN_ORDER,
          gap ? message.number() > read : message.number() == read + 1 && right,
          () -> name + " read " + read + " and then " + message);
      read = message.number();
      return true;
    }

    @Override
    public Boolean ok(ServerMessage.Ok message) {
      unanswered.remove(message.seq());
      return true;
    }

    @Override
    public Boolean refused(ServerMessage.Refused message) {
      if (message.seq().isPresent()) {
        long seq = message.seq().getAsLong();
        String typed = unanswered.get(seq);
        if (message.code().code().equals("rate_limited") && typed != null) {
          at.later(300, () -> say(Simulation.command(seq, typed)));
        } else {
          unanswered.remove(seq);
        }
      }
      return true;
    }
  }
}

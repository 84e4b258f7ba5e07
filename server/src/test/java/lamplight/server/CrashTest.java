package lamplight.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lamplight.engine.archive.Rerun;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.play.Game;
import lamplight.engine.session.SessionId;
import lamplight.engine.store.JournalRecord;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Known;
import lamplight.engine.wire.ClientEnd;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerMessage;
import lamplight.server.store.JdbcStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real server is killed at random moments while players play, and started again; they come back
 * by themselves.
 *
 * <ul>
 *   <li>NOTHING_ACKNOWLEDGED_LOST: what an OK, a delta or a line of text has told a player holds
 *       after the crash.
 *   <li>COMMANDS_ONCE: the journal has one answer a number.
 *   <li>VIEWS_AGREE: every block's hash is that of the replica.
 *   <li>TEXT_IN_ORDER: lines come once and in order, and a gap is stated.
 * </ul>
 *
 * The long form: {@code mvn verify -Dlamplight.crashes=200}.
 */
class CrashTest {
  private static final int CRASHES = Integer.getInteger("lamplight.crashes", 10);
  private static final int PROGRESS = 20;
  private static final long SEED = Long.getLong("lamplight.seed", System.nanoTime());
  private static final Path WORLDS = Path.of("src", "test", "resources", "crash");
  private static final Pattern READY = Pattern.compile("ready telnet=(\\d+) sync=(\\d+)");

  /** Whose pebble is which, in the order in which players come. */
  private static final List<String> COLOURS = List.of("red", "blue", "grey");

  @TempDir Path temp;

  private final Random random = new Random(SEED);
  private final List<Player> players = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private volatile int port;
  private volatile boolean over;

  @Test
  void whatever_was_acknowledged_outlives_the_server() throws Exception {
    System.setProperty("lamplight.seed", "" + SEED);
    Process server = serve();
    Player ann = play("Ann", Optional.empty());
    String code = ann.code();
    List.of("Bea", "Cy").forEach(name -> play(name, Optional.of(code)));
    for (int crash = 0; crash < CRASHES && faults().isEmpty(); crash++) {
      letThemPlay();
      server.destroyForcibly().waitFor(); // SIGKILL
      server = serve();
      if ((crash + 1) % PROGRESS == 0) {
        System.out.println("killed " + (crash + 1) + " times");
      }
    }
    letThemPlay();
    over = true;
    for (Player player : players) {
      player.thread.join(TimeUnit.SECONDS.toMillis(60));
      assertThat(player.thread.isAlive()).as("%s has ended, seed %s", player.name, SEED).isFalse();
    }
    server.toHandle().destroy();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(faults()).as("seed %s", SEED).isEmpty();
    checkTheJournal(code);
    assertThat(Files.readString(temp.resolve("errors"))).doesNotContain("set aside", "Exception");
  }

  private List<String> faults() {
    synchronized (faults) {
      return List.copyOf(faults);
    }
  }

  private void fault(String what) {
    synchronized (faults) {
      faults.add(what);
    }
  }

  /** Until everybody has had some more answers; then a moment more, of any length. */
  private void letThemPlay() throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    Map<Player, Long> before = new TreeMap<>((a, b) -> a.name.compareTo(b.name));
    players.forEach(player -> before.put(player, player.acknowledged));
    for (Player player : players) {
      long wanted = before.getOrDefault(player, 0L) + random.nextInt(4);
      while (player.acknowledged < wanted && faults().isEmpty() && System.nanoTime() < until) {
        Thread.sleep(1 + random.nextInt(20));
      }
    }
    Thread.sleep(random.nextInt(150));
  }

  private void checkTheJournal(String code) throws Exception {
    try (JdbcStore store = JdbcStore.in(temp.resolve("data"), true)) {
      assertThat(store.load(new SessionId(code), report -> fault(report)).sequence()).isPositive();
      List<JournalRecord> records = store.records(new SessionId(code), 0, Integer.MAX_VALUE);
      assertThat(Rerun.of(pebbles(), records).lines())
          .as("the rules come to what the journal says, seed %s", SEED)
          .isEmpty();
      for (Player player : players) {
        List<Long> done = new ArrayList<>();
        for (JournalRecord record : records) {
          record.answered().stream()
              .filter(said -> said.to().value().equals(player.id()))
              .filter(said -> said.message() instanceof ServerMessage.Ok)
              .forEach(said -> done.add(((ServerMessage.Ok) said.message()).seq()));
        }
        assertThat(done).as("COMMANDS_ONCE, seed %s", SEED).doesNotHaveDuplicates();
        assertThat(done)
            .as("NOTHING_ACKNOWLEDGED_LOST, seed %s", SEED)
            .containsAll(player.acknowledgedAll);
      }
    }
  }

  private static Game pebbles() {
    return new Game(
        new WorldLoader().load(new WorldFolder(WORLDS.resolve("pebbles"))).story().orElseThrow());
  }

  private Process serve() throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                "lamplight.server.Main",
                "serve",
                "--telnet-port",
                "0",
                "--sync-port",
                "0",
                "--keep-transcripts",
                "--data",
                temp.resolve("data").toString(),
                "--worlds",
                WORLDS.toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(temp.resolve("errors").toFile()))
            .start();
    BufferedReader out = server.inputReader(UTF_8);
    Matcher ready = READY.matcher(String.valueOf(out.readLine()));
    assertThat(ready.matches()).as(Files.readString(temp.resolve("errors"))).isTrue();
    port = Integer.parseInt(ready.group(2));
    return server;
  }

  private Player play(String name, Optional<String> code) {
    Player player = new Player(name, code);
    players.add(player);
    player.thread.start();
    return player;
  }

  /**
   * Takes a pebble and drops it, over and over: command n is a take if n is odd. One command is
   * under way at a time; it is sent again until it is answered.
   */
  private final class Player implements ServerMessage.Cases<Boolean> {
    final String name;
    final String pebble;
    final Optional<String> code;
    final Thread thread = new Thread(this::run);
    final Set<Long> acknowledgedAll = new HashSet<>();
    volatile long acknowledged;
    private volatile Optional<ServerMessage.Session> seat = Optional.empty();
    private ClientEnd end = new ClientEnd();
    private ClientState state = ClientState.EMPTY;
    private Optional<Socket> socket = Optional.empty();
    private long read;
    private boolean waits;

    /** Until then nothing is said: it would spend the old token, and the new one may be lost. */
    private boolean seated;

    Player(String name, Optional<String> code) {
      this.name = name;
      this.code = code;
      this.pebble = COLOURS.get(players.size()) + "_pebble";
      thread.setDaemon(true);
    }

    String id() {
      return name.toLowerCase(Locale.ROOT);
    }

    /** The session's code, once there is one. */
    String code() throws InterruptedException {
      while (seat.isEmpty() && thread.isAlive()) {
        Thread.sleep(5);
      }
      return seat.orElseThrow().session();
    }

    private void run() {
      while (!over || waits || seat.isEmpty()) {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
          line.setSoTimeout(200);
          socket = Optional.of(line);
          end = new ClientEnd();
          seated = false;
          say(arrival());
          listen(line);
        } catch (IOException e) {
          pause(); // the server is dead: it will be back
        } catch (RuntimeException | AssertionError e) {
          fault(name + ": " + e);
          return;
        }
      }
    }

    private static void pause() {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private ClientMessage arrival() {
      return seat.<ClientMessage>map(
              at ->
                  new ClientMessage.Resume(
                      at.session(),
                      at.token(),
                      Optional.of(state.position()),
                      OptionalLong.of(read)))
          .or(() -> code.map(to -> new ClientMessage.Join(to, name, Optional.empty())))
          .orElseGet(() -> new ClientMessage.Create("pebbles", name, Optional.empty()));
    }

    private void listen(Socket line) throws IOException {
      byte[] buffer = new byte[8192];
      while (!over || waits) {
        try {
          int length = line.getInputStream().read(buffer);
          if (length < 0) {
            throw new IOException("the line is dead");
          }
          for (Inbound<ServerMessage> inbound : end.read(ByteBuffer.wrap(buffer, 0, length))) {
            assertThat(inbound).isInstanceOf(Inbound.Good.class);
            ((Inbound.Good<ServerMessage>) inbound).message().match(this);
          }
        } catch (SocketTimeoutException e) {
          if (waits && seated) {
            sayCommand();
          }
        }
      }
    }

    private void say(ClientMessage message) {
      try {
        socket.orElseThrow().getOutputStream().write(end.write(message).getBytes(UTF_8));
      } catch (IOException e) {
        // the line is dead, which reading notices
      }
    }

    private void sayCommand() {
      long next = acknowledged + 1;
      waits = true;
      if (next % 5 == 0) {
        say(new ClientMessage.Command(OptionalLong.empty(), "look"));
      }
      String verb = next % 2 == 1 ? "take " : "drop ";
      say(new ClientMessage.Command(OptionalLong.of(next), verb + pebble.replace('_', ' ')));
    }

    private boolean holds() {
      return state.carriedBy(id()).stream().map(Known.Item::id).anyMatch(pebble::equals);
    }

    private boolean apply(Block block) {
      assertThat(block.version())
          .as("NOTHING_ACKNOWLEDGED_LOST: versions only grow")
          .isGreaterThanOrEqualTo(state.version());
      ClientState.Applied applied = state.apply(block);
      state = applied.state();
      if (applied.reply() == ClientState.Reply.ACK) {
        say(new ClientMessage.Ack(state.position()));
        boolean held = acknowledged % 2 == 1;
        assertThat(holds() == held || waits)
            .as("NOTHING_ACKNOWLEDGED_LOST: #%s", acknowledged)
            .isTrue();
      } else if (applied.reply() == ClientState.Reply.SYNC_REQUEST) {
        say(new ClientMessage.SyncRequest(state.position()));
      }
      return true;
    }

    @Override
    public Boolean session(ServerMessage.Session message) {
      seat = Optional.of(message);
      seated = true;
      sayCommand();
      return true;
    }

    @Override
    public Boolean ok(ServerMessage.Ok message) {
      if (message.seq() == acknowledged + 1) {
        acknowledgedAll.add(message.seq());
        acknowledged = message.seq();
        waits = false;
        assertThat(holds())
            .as("#%s is seen before its OK", acknowledged)
            .isEqualTo(acknowledged % 2 == 1);
        if (!over) {
          sayCommand();
        }
      }
      return true;
    }

    /** Commands that come too fast are sent again when nothing is heard for a while. */
    @Override
    public Boolean refused(ServerMessage.Refused message) {
      assertThat(message.code().code()).as("%s", message).isEqualTo("rate_limited");
      return true;
    }

    @Override
    public Boolean text(ServerMessage.Text message) {
      boolean gap = message.line().plain().contains("missing");
      assertThat(message.number() == read + 1 || (gap && message.number() > read))
          .as("TEXT_IN_ORDER: %s after %s", message, read)
          .isTrue();
      read = message.number();
      return true;
    }

    @Override
    public Boolean sync(ServerMessage.Sync message) {
      return apply(message.block());
    }

    @Override
    public Boolean welcome(ServerMessage.Welcome message) {
      return true;
    }

    @Override
    public Boolean world(ServerMessage.World message) {
      return true;
    }

    @Override
    public Boolean about(ServerMessage.About message) {
      return true;
    }

    @Override
    public Boolean open(ServerMessage.Open message) {
      return true;
    }

    @Override
    public Boolean end(ServerMessage.End message) {
      return true;
    }

    @Override
    public Boolean event(ServerMessage.Event message) {
      return true;
    }

    @Override
    public Boolean setting(ServerMessage.Setting message) {
      return true;
    }

    @Override
    public Boolean live(ServerMessage.Live message) {
      return true;
    }

    @Override
    public Boolean ping(ServerMessage.Ping message) {
      return true;
    }

    @Override
    public Boolean pong(ServerMessage.Pong message) {
      return true;
    }

    @Override
    public Boolean dict(ServerMessage.Dict message) {
      return true;
    }

    @Override
    public Boolean bye(ServerMessage.Bye message) {
      return true;
    }
  }
}

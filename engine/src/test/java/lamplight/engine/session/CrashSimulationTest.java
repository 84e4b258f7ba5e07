package lamplight.engine.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import lamplight.engine.model.PlayerId;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Key;
import lamplight.engine.wire.ClientEnd;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that dies now and then, with records under way to its disk, and its party over a bad
 * network, in simulated time, from one seed: bytes are late, come in pieces, connections break with
 * bytes under way, clients stop reading, forget to acknowledge and damage their replicas. Whatever
 * happens, the checkers hold.
 *
 * <ul>
 *   <li>VIEWS_AGREE: in the end every replica is what its player may know; on the way no replica is
 *       ever anything but a whole view that its hash proves.
 *   <li>COMMANDS_ONCE: no numbered command is carried out twice, and none that was answered OK is
 *       lost.
 *   <li>TEXT_IN_ORDER: text comes once, in order, and what is missing is said to be.
 * </ul>
 *
 * A failure names its seed; add it to the list.
 */
class CrashSimulationTest {

  private static final int STEPS = 3000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void whenever_the_server_dies_nothing_acknowledged_is_lost(long seed) {
    new Simulation(seed).run();
  }

  private static final class Simulation {

    final long seed;
    final Random random;
    final House house;
    final List<Client> clients = new ArrayList<>();

    Simulation(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.house = new House(seed);
    }

    void run() {
      clients.add(new Client("Bea", Optional.empty()));
      clients.get(0).settle();
      String code = house.sessions.keySet().iterator().next().code();
      clients.add(new Client("Al", Optional.of(code)));
      clients.add(new Client("Cleo", Optional.of(code)));
      house.slowDisk = true;
      for (int step = 0; step < STEPS; step++) {
        Client client = clients.get(random.nextInt(clients.size()));
        client.act();
        house.pass(random.nextInt(60));
        liveOrDie();
      }
      house.slowDisk = false;
      house.write(Integer.MAX_VALUE);
      for (int round = 0; round < 40; round++) {
        clients.forEach(Client::settle);
        house.pass(1_000);
      }
      clients.forEach(Client::checkAtTheEnd);
      assertThat(house.play.carriedOut).as("COMMANDS_ONCE, seed %s", seed).doesNotHaveDuplicates();
    }

    private void liveOrDie() {
      if (random.nextInt(3) == 0) {
        house.write(random.nextInt(4));
      }
      if (random.nextInt(50) == 0) {
        house.snapshot();
      }
      if (random.nextInt(100) == 0) {
        house.crash();
      }
    }

    /** A client by the book, on a bad line. */
    final class Client {

      final String name;
      final Optional<String> code;
      ClientEnd end = new ClientEnd();
      House.Plug plug = house.plug();
      final Deque<byte[]> toServer = new ArrayDeque<>();
      final Deque<byte[]> toClient = new ArrayDeque<>();
      ClientState state = ClientState.EMPTY;
      Optional<ServerMessage.Session> seat = Optional.empty();
      boolean blocked;

      /** Nothing is said between RESUME and its SESSION, which would spend the old token. */
      boolean seated;

      long read;
      long lastSeq;
      final TreeMap<Long, String> unanswered = new TreeMap<>();
      final Set<String> promised = new HashSet<>();

      Client(String name, Optional<String> code) {
        this.name = name;
        this.code = code;
        arrive();
      }

      /** One thing that happens to this client. */
      void act() {
        switch (random.nextInt(16)) {
          case 0, 1, 2 -> command();
          case 3, 4, 5, 6 -> carry(toServer, true);
          case 7, 8, 9, 10, 11 -> carry(toClient, false);
          case 12 -> toggleReading();
          case 13 -> {
            if (random.nextInt(4) == 0) {
              breakLine();
            }
          }
          case 14 -> damage();
          default -> {
            if (seated) {
              say(new ClientMessage.Ping("x"));
            }
          }
        }
      }

      private void command() {
        if (seated && unanswered.size() < 5) {
          long seq = ++lastSeq;
          String id = seat.orElseThrow().player();
          String text =
              switch (random.nextInt(4)) {
                case 0 -> "turn " + id + seq;
                case 1 -> "look";
                default -> "go room-" + random.nextInt(3) + "-" + id + "-" + seq;
              };
          unanswered.put(seq, text);
          say(new ClientMessage.Command(OptionalLong.of(seq), text));
        }
      }

      private void say(ClientMessage message) {
        toServer.add(end.write(message).getBytes(UTF_8));
      }

      /** Brings a piece of what is under way, which may end inside a line. */
      private void carry(Deque<byte[]> line, boolean up) {
        pump();
        if (line.isEmpty() || (blocked && !up)) {
          return;
        }
        byte[] chunk = line.remove();
        int length = 1 + random.nextInt(chunk.length);
        if (length < chunk.length) {
          line.addFirst(Arrays.copyOfRange(chunk, length, chunk.length));
        }
        byte[] piece = Arrays.copyOf(chunk, length);
        if (up) {
          plug.bytes(piece);
        } else {
          receive(piece);
        }
      }

      /** What the server said is under way now. */
      private void pump() {
        plug.said.forEach(message -> toClient.add(message.getBytes(UTF_8)));
        plug.said.clear();
        if (plug.closed && toClient.isEmpty()) {
          breakLine();
        }
      }

      private void toggleReading() {
        blocked = !blocked;
        plug.writable(!blocked);
      }

      /** The connection is gone with all that was under way; the server may notice only later. */
      private void breakLine() {
        if (random.nextBoolean()) {
          plug.drop();
        }
        plug = house.plug();
        end = new ClientEnd();
        blocked = false;
        seated = false;
        toServer.clear();
        toClient.clear();
        arrive();
      }

      private void arrive() {
        ClientMessage first =
            seat.<ClientMessage>map(
                    at ->
                        new ClientMessage.Resume(
                            at.session(),
                            at.token(),
                            Optional.of(state.position()),
                            OptionalLong.of(read)))
                .or(() -> code.map(to -> new ClientMessage.Join(to, name, Optional.empty())))
                .orElseGet(() -> new ClientMessage.Create("toy", name, Optional.empty()));
        say(first);
        if (seat.isEmpty()) { // the first time the line holds until there is a seat
          settle();
        }
      }

      /** Carries everything there is, both ways, with a client that reads. */
      void settle() {
        if (blocked) {
          toggleReading();
        }
        for (pump(); !toServer.isEmpty() || !toClient.isEmpty(); pump()) {
          carry(toServer, true);
          carry(toClient, false);
        }
      }

      /** A replica that went wrong by itself: its hash gives it away. */
      private void damage() {
        if (random.nextInt(5) == 0) {
          state =
              new ClientState(
                  state.version(), state.entries().without(new Key("FLAG", "turn")), false);
        }
      }

      private void receive(byte[] bytes) {
        for (Inbound<ServerMessage> inbound : end.read(ByteBuffer.wrap(bytes))) {
          assertThat(inbound).as("seed %s", seed).isInstanceOf(Inbound.Good.class);
          ((Inbound.Good<ServerMessage>) inbound).message().match(new Reading());
        }
      }

      private Boolean apply(Block block) {
        ClientState.Applied applied = state.apply(block);
        state = applied.state();
        if (applied.reply() == ClientState.Reply.ACK) {
          assertThat(state.entries().hash()).isEqualTo(block.hash());
          if (random.nextInt(8) > 0) {
            say(new ClientMessage.Ack(state.position()));
          }
        } else if (applied.reply() == ClientState.Reply.SYNC_REQUEST) {
          say(new ClientMessage.SyncRequest(state.position()));
        }
        return true;
      }

      void checkAtTheEnd() {
        Session session = house.only();
        String player = seat.orElseThrow().player();
        assertThat(state.entries())
            .as("VIEWS_AGREE, seed %s, %s", seed, name)
            .isEqualTo(session.view(new PlayerId(player)));
        assertThat(unanswered).as("seed %s, %s", seed, name).isEmpty();
        assertThat(house.play.carriedOut).as("COMMANDS_ONCE, seed %s", seed).containsAll(promised);
      }

      /** What a client does with each message. */
      private final class Reading implements Unheeded {
        @Override
        public Boolean session(ServerMessage.Session message) {
          seat = Optional.of(message);
          seated = true;
          unanswered.forEach(
              (seq, text) -> say(new ClientMessage.Command(OptionalLong.of(seq), text)));
          return true;
        }

        @Override
        public Boolean sync(ServerMessage.Sync message) {
          return apply(message.block());
        }

        @Override
        public Boolean text(ServerMessage.Text message) {
          boolean gap =
              message.kind() == TextKind.SYSTEM && message.line().plain().contains("missing");
          assertThat(message.number())
              .as("TEXT_IN_ORDER, seed %s, %s: %s", seed, name, message)
              .isGreaterThan(read)
              .satisfies(number -> assertThat(gap || number == read + 1).isTrue());
          read = message.number();
          return true;
        }

        @Override
        public Boolean ok(ServerMessage.Ok message) {
          Optional.ofNullable(unanswered.remove(message.seq()))
              .filter(text -> !text.equals("look"))
              .ifPresent(promised::add);
          return true;
        }

        @Override
        public Boolean refused(ServerMessage.Refused message) {
          if (message.seq().isPresent()) {
            assertThat(message.code().code()).as("seed %s", seed).isEqualTo("rate_limited");
            String text =
                Optional.ofNullable(unanswered.get(message.seq().getAsLong())).orElseThrow();
            say(new ClientMessage.Command(message.seq(), text));
          } else {
            assertThat(message.code().code())
                .as("seed %s: %s", seed, message)
                .isEqualTo("rate_limited");
          }
          return true;
        }
      }
    }
  }
}

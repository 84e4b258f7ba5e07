package lamplight.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lamplight.engine.session.LinkKind;
import lamplight.engine.session.SessionId;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;
import lamplight.server.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody but who said a password waits while it is hashed. */
class HashingTest {
  private static final Path WORLDS = Path.of("src", "test", "resources", "worlds", "yard");
  private static final Optional<String> TEA = Optional.of("tea");

  private final MemoryStore store = new MemoryStore();
  private final CountDownLatch held = new CountDownLatch(1);
  private Workers workers = workers();
  private Gateway gateway = new Gateway(workers, shelf(), store);

  HashingTest() throws Exception {}

  private static Workers workers() {
    return new Workers(Clock.system(), (what, cause) -> {});
  }

  private static Shelf shelf() throws RefusedException {
    return Shelf.load(List.of(WORLDS), false, line -> {});
  }

  @AfterEach
  void close() {
    held.countDown();
    gateway.stop();
    workers.close();
  }

  /** The server stops, and another one goes on with what it had. */
  private void restart() throws Exception {
    gateway.stop();
    workers.close();
    workers = workers();
    gateway = new Gateway(workers, shelf(), store);
  }

  /** From now on whoever says a password waits. */
  private void hold() {
    workers
        .hashing()
        .execute(
            () -> {
              try {
                assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
  }

  private final class Client implements Outlet {
    private final BlockingQueue<ServerMessage> heard = new LinkedBlockingQueue<>();
    private final Connection connection = gateway.open(LinkKind.SYNC, this);

    Client say(ClientMessage message) {
      gateway.receive(connection, message);
      return this;
    }

    Client look(long number) {
      return say(new ClientMessage.Command(OptionalLong.of(number), "look"));
    }

    /** Waits for a message of a kind, and for nothing that is behind it. */
    <T extends ServerMessage> T hear(Class<T> kind) throws InterruptedException {
      while (true) {
        ServerMessage message = heard.poll(20, TimeUnit.SECONDS);
        assertThat(message).as("waiting for %s", kind).isNotNull();
        if (kind.isInstance(message)) {
          return kind.cast(message);
        }
      }
    }

    @Override
    public void deliver(Batch batch) {
      heard.addAll(batch.messages());
    }

    @Override
    public void close() {
      gateway.lost(connection);
    }

    @Override
    public void cut() {
      gateway.lost(connection);
    }

    @Override
    public Executor thread() {
      return ForkJoinPool.commonPool();
    }

    @Override
    public void reading(boolean on) {}
  }

  private static ClientMessage.Create create(String name, Optional<String> password) {
    return new ClientMessage.Create("yard", name, password);
  }

  @Test
  void whoHasNoPasswordDoesNotWaitForThoseWhoHave() throws Exception {
    hold();
    Client bea = new Client().say(create("Bea", TEA)).look(1);
    new Client().say(create("Cat", Optional.empty())).look(1).hear(ServerMessage.Ok.class);
    assertThat(bea.heard).isEmpty();
    held.countDown();
    bea.hear(ServerMessage.Session.class);
    assertThat(bea.hear(ServerMessage.Ok.class).seq()).as("said early").isEqualTo(1);
  }

  @Test
  void aGuessHoldsUpNobodyInTheGame() throws Exception {
    Client bea = new Client().say(create("Bea", TEA));
    ServerMessage.Session seat = bea.hear(ServerMessage.Session.class);
    SessionId game = new SessionId(seat.session());
    restart();
    hold();
    Client cat = new Client().say(join(game, "Cat", Optional.of("coffee"))).look(1);
    Client dan = new Client().say(join(game, "Dan", TEA)).look(1);
    assertThat(refused(new Client().say(join(game, "Eve", Optional.empty()))))
        .contains("has a password");
    Client back =
        new Client()
            .say(
                new ClientMessage.Resume(
                    game.code(), seat.token(), Optional.empty(), OptionalLong.empty()));
    back.look(1).hear(ServerMessage.Ok.class);
    assertThat(cat.heard).isEmpty();
    assertThat(dan.heard).isEmpty();
    held.countDown();
    assertThat(refused(cat)).contains("That is not the password");
    assertThat(refused(cat)).as("the command comes behind").contains("You have no seat yet");
    dan.hear(ServerMessage.Session.class);
    dan.hear(ServerMessage.Ok.class);
  }

  @Test
  void whoFindsTheLineFullIsToldSo() throws Exception {
    hold();
    List<Runnable> line = new ArrayList<>();
    for (int i = 0; i < Hashing.MOST; i++) {
      workers.hashing().inLine(() -> {}).ifPresent(line::add);
    }
    assertThat(line).hasSize(Hashing.MOST);
    Client bea = new Client().say(create("Bea", TEA));
    assertThat(refused(bea)).contains("try again in a moment");
    line.get(0).run();
    held.countDown();
    bea.say(create("Bea", TEA)).hear(ServerMessage.Session.class);
    assertThat(gateway.sessions()).as("what was refused is not kept").hasSize(1);
  }

  private static ClientMessage join(SessionId game, String name, Optional<String> password) {
    return new ClientMessage.Join(game.code(), name, password);
  }

  private static String refused(Client client) throws InterruptedException {
    return client.hear(ServerMessage.Refused.class).text();
  }
}

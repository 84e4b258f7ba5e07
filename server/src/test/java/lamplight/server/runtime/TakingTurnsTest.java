package lamplight.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import lamplight.server.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever says much does not keep the others waiting. */
class TakingTurnsTest {
  private static final Path WORLDS = Path.of("src", "test", "resources", "worlds", "yard");

  private final Workers workers = new Workers(Clock.system(), (what, cause) -> {});
  private final Gateway gateway =
      new Gateway(workers, Shelf.load(List.of(WORLDS), false, line -> {}), new MemoryStore());

  /** Who was answered, in order. */
  private final BlockingQueue<String> answered = new LinkedBlockingQueue<>();

  TakingTurnsTest() throws Exception {}

  @AfterEach
  void close() {
    gateway.stop();
    workers.close();
  }

  private final class Ear implements Outlet {
    private final String name;

    Ear(String name) {
      this.name = name;
    }

    @Override
    public void deliver(Batch batch) {
      if (batch.answers()) {
        answered.add(name);
      }
    }

    @Override
    public void close() {}

    @Override
    public void cut() {}

    @Override
    public void reading(boolean on) {}

    @Override
    public Executor thread() {
      return ForkJoinPool.commonPool();
    }
  }

  @Test
  void ofTwoWhoSpeakAtOnceEachHasATurn() throws Exception {
    Connection bea = gateway.open(LinkKind.SYNC, new Ear("Bea"));
    gateway.receive(bea, new ClientMessage.Create("yard", "Bea", Optional.empty()));
    assertThat(next()).isEqualTo("Bea");
    SessionId game = gateway.sessions().get(0).id();
    Connection al = gateway.open(LinkKind.SYNC, new Ear("Al"));
    gateway.receive(al, new ClientMessage.Join(game.code(), "Al", Optional.empty()));
    assertThat(next()).isEqualTo("Al");

    CountDownLatch all = new CountDownLatch(1);
    var unused =
        gateway
            .orders()
            .order(
                game,
                (session, now) -> {
                  await(all);
                  return List.of();
                });
    for (int i = 0; i < 100; i++) {
      gateway.receive(bea, new ClientMessage.Command(OptionalLong.empty(), "look"));
    }
    for (int i = 0; i < 3; i++) {
      gateway.receive(al, new ClientMessage.Command(OptionalLong.empty(), "look"));
    }
    all.countDown();
    assertThat(List.of(next(), next(), next(), next(), next(), next()))
        .containsExactly("Bea", "Al", "Bea", "Al", "Bea", "Al");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String next() throws InterruptedException {
    return String.valueOf(answered.poll(20, TimeUnit.SECONDS));
  }
}

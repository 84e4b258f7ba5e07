package lamplight.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import lamplight.engine.load.WorldFolder;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.model.WorldId;
import lamplight.engine.play.Game;
import lamplight.engine.session.Output;
import lamplight.engine.session.Session;
import lamplight.engine.session.SessionId;
import lamplight.server.Host;
import lamplight.server.MemoryStore;
import lamplight.server.store.Writer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a session is in memory, by a clock that the test sets. */
class SessionKeeperTest {
  private static final SessionId ID = new SessionId("otter-42");

  private final BlockingQueue<BiFunction<SessionKeeper, Long, List<Output>>> turns =
      new LinkedBlockingQueue<>();
  private final MemoryStore store = new MemoryStore();
  private final Writer writer = new Writer(store, (what, why) -> {}, line -> {});
  private final SessionKeeper keeper = new SessionKeeper(ID, now -> yard(), writer, new Waiting());

  /** Turns that are asked for wait until the test {@linkplain #hear takes} them. */
  private final class Waiting implements SessionKeeper.Turns {
    @Override
    public void take(BiFunction<SessionKeeper, Long, List<Output>> turn) {
      turns.add(turn);
    }

    @Override
    public void takeAside(BiFunction<SessionKeeper, Long, List<Output>> turn) {
      turns.add(turn);
    }
  }

  @AfterEach
  void close() {
    writer.close();
  }

  private static Session yard() {
    Game game =
        new Game(
            new WorldLoader()
                .load(new WorldFolder(Host.WORLDS.resolve("yard")))
                .story()
                .orElseThrow());
    Output.Open open = new Output.Open(ID, new WorldId("yard"), Optional.empty());
    return Session.of(open, game, false, 1, new Random(1));
  }

  private void turn(BiFunction<SessionKeeper, Long, List<Output>> turn, long now) {
    keeper.post(turn.apply(keeper, now), now, () -> {}, () -> {});
  }

  private void fail(RefusedException why) {
    throw new AssertionError(why);
  }

  /** What the writer has done is heard of in a turn of its own. */
  private void hear(long now) throws InterruptedException {
    turn(Optional.ofNullable(turns.poll(20, TimeUnit.SECONDS)).orElseThrow(), now);
  }

  @Test
  void it_leaves_some_time_after_nobody_is_there_and_comes_back_when_it_is_needed()
      throws Exception {
    turn((here, now) -> here.use(Session::open, now, this::fail), 0);
    hear(0);
    assertThat(keeper.inMemory()).isPresent();
    long idle = keeper.nextWake();
    assertThat(idle).isEqualTo(SessionKeeper.IDLE_MILLIS);
    turn((here, now) -> here.tick(now), idle - 1);
    assertThat(keeper.inMemory()).as("not before its time").isPresent();
    turn((here, now) -> here.tick(now), idle);
    assertThat(keeper.inMemory()).isEmpty();
    assertThat(keeper.nextWake()).isEqualTo(Long.MAX_VALUE);
    turn(
        (here, now) -> here.use((session, time) -> session.say("Hello?", time), now, this::fail),
        idle + 1);
    assertThat(keeper.inMemory()).isPresent();
  }

  @Test
  void it_stays_while_nothing_can_be_saved() throws Exception {
    turn((here, now) -> here.use(Session::open, now, this::fail), 0);
    hear(0);
    store.full(true);
    writer.probe();
    turn((here, now) -> here.tick(now), SessionKeeper.IDLE_MILLIS);
    assertThat(keeper.inMemory()).isPresent();
    assertThat(keeper.nextWake()).isEqualTo(2 * SessionKeeper.IDLE_MILLIS);
  }
}

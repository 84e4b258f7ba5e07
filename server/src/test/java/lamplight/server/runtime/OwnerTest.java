package lamplight.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnerTest {
  private static final Path WORLDS = Path.of("src", "test", "resources", "worlds", "yard");

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final Workers workers =
      new Workers(Clock.system(), (what, cause) -> heard.add(what + ": " + cause.getMessage()));
  private final Owner<LobbyKeeper> owner =
      workers.owner(
          new LobbyKeeper(Shelf.load(List.of(WORLDS), false, line -> {}).lobby()), outputs -> {});

  OwnerTest() throws RefusedException {}

  @AfterEach
  void close() {
    workers.close();
  }

  @Test
  void whoeverAskedHearsThatAKeeperThrew() throws InterruptedException {
    owner.execute(
        () ->
            owner.now(
                (keeper, now) -> {
                  throw new IllegalStateException("broken");
                },
                outputs -> heard.add("carried out"),
                () -> heard.add("came to nothing")));
    assertThat(next()).isEqualTo("came to nothing");
    assertThat(next()).isEqualTo("a turn failed: broken");
    owner.execute(() -> heard.add("goes on"));
    assertThat(next()).isEqualTo("goes on");
  }

  private String next() throws InterruptedException {
    return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
  }
}

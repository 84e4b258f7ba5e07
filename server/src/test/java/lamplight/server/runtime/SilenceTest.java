package lamplight.server.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lamplight.engine.session.LinkKind;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.ServerMessage;
import lamplight.server.Host;
import lamplight.server.MemoryStore;
import lamplight.server.Peer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of clients that take no seat, on a clock of the test's own. */
class SilenceTest {
  private static final Path WORLDS = Path.of("src", "test", "resources", "worlds", "yard");

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final Workers workers = new Workers(now::get, (what, cause) -> {});
  private Gateway gateway = new Gateway(workers, shelf(), new MemoryStore());

  SilenceTest() throws Exception {}

  private static Shelf shelf() throws RefusedException {
    return Shelf.load(List.of(WORLDS), false, line -> {});
  }

  @BeforeEach
  void open() {
    assertThat(gateway.sessions()).isEmpty();
  }

  @AfterEach
  void close() {
    gateway.stop();
    workers.close();
  }

  /** A client's way back that writes down what it is told. */
  private static final class Ear implements Outlet {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Override
    public void deliver(Batch batch) {
      for (ServerMessage message : batch.messages()) {
        heard.add(message instanceof ServerMessage.Bye bye ? "bye " + bye.code() : "more");
      }
    }

    @Override
    public void close() {
      heard.add("closed");
    }

    @Override
    public void cut() {
      heard.add("cut");
    }

    @Override
    public void reading(boolean on) {}

    @Override
    public Executor thread() {
      return ForkJoinPool.commonPool();
    }

    @Nullable String next() throws InterruptedException {
      return heard.poll(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void whoSaysNothingIsToldSoAndGoes() throws InterruptedException {
    Ear mute = new Ear();
    Ear slow = new Ear();
    gateway.open(LinkKind.TELNET, mute);
    Connection thinks = gateway.open(LinkKind.TELNET, slow);
    gateway.heard(thinks, 3);
    pass(Patience.MUTE_MILLIS - 1);
    assertThat(mute.heard).isEmpty();
    pass(1);
    assertThat(mute.next()).isEqualTo("bye " + Farewell.IDLE);
    assertThat(mute.next()).isEqualTo("closed");
    pass(Patience.SILENT_MILLIS - Patience.MUTE_MILLIS);
    assertThat(slow.next()).isEqualTo("bye " + Farewell.IDLE);
  }

  /** One that sends what is no line, and is answered each time, so that it is surely heard. */
  @Test
  void whoDripsBytesAndGivesNoNameIsToldSoAndGoes() throws Exception {
    String request =
        String.join(
            "\r\n",
            "GET /play HTTP/1.1",
            "Host: a",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "\r\n");
    String areYouThere = "\u00ff\u00f6";
    try (Host host = new Host(WORLDS, false, new MemoryStore(), now::get);
        Peer bea = new Peer(host.telnet());
        Peer nobody = new Peer(host.telnet());
        Peer browser = new Peer(host.web())) {
      nobody.hear("name? ");
      browser.send(request.getBytes(ISO_8859_1)).hear("name? ");
      bea.say("Bea").hear("Hello, Bea.");
      for (int minute = 0; minute < 3; minute++) {
        nobody.send(areYouThere.getBytes(ISO_8859_1)).hear("[yes]");
        browser.send(("\u0082\u0082\0\0\0\0" + areYouThere).getBytes(ISO_8859_1)).hear("[yes]");
        bea.say("worlds").hear("lobby> ");
        now.addAndGet(Patience.NAMELESS_MILLIS / 3);
        host.gateway().sweep();
      }
      nobody.hear("You have not said who you are.");
      nobody.hearTheEnd();
      browser.hear("You have not said who you are.");
      browser.hearTheEnd();
      bea.say("worlds").hear("lobby> ");
    }
  }

  @Test
  void whoSitsAtATableMayThink() throws InterruptedException {
    Ear ear = new Ear();
    Connection seated = gateway.open(LinkKind.SYNC, ear);
    gateway.receive(seated, new ClientMessage.Create("yard", "Bea", java.util.Optional.empty()));
    assertThat(ear.next()).isEqualTo("more");
    pass(2 * Patience.SILENT_MILLIS);
    gateway.receive(seated, new ClientMessage.Leave());
    gateway.receive(seated, new ClientMessage.Bye());
    String last = ear.next();
    while (last != null && last.equals("more")) {
      last = ear.next();
    }
    assertThat(last).as("nobody had said goodbye before").isEqualTo("bye " + Farewell.BYE);
  }

  private void pass(long millis) {
    now.addAndGet(millis);
    gateway.sweep();
  }
}

package lamplight.server.transport.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lamplight.server.Host;
import lamplight.server.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The web port as browsers, monitors and strangers meet it. */
class WebPortTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource({
    "GET, /, 200, text/html; charset=utf-8, <title>Lamplight</title>",
    "GET, /?from=somewhere, 200, text/html; charset=utf-8, <title>Lamplight</title>",
    "GET, /play.js, 200, text/javascript; charset=utf-8, WebSocket",
    "GET, /xterm/xterm.mjs, 200, text/javascript; charset=utf-8, xterm.js authors",
    "HEAD, /, 200, text/html; charset=utf-8, ''",
    "GET, /health, 200, application/json, '\"status\":\"ok\"'",
    "GET, /metrics, 200, text/plain; version=0.0.4; charset=utf-8, lamplight_deltas_sent_total 0",
    "GET, /../../etc/passwd, 404, text/plain; charset=utf-8, Nothing is at",
    "GET, /%zz, 404, text/plain; charset=utf-8, Nothing is at",
    "GET, /play, 404, text/plain; charset=utf-8, Nothing is at",
    "POST, /, 405, text/plain; charset=utf-8, Only GET and HEAD work here.",
    "PUT, /, 405, text/plain; charset=utf-8, 'allow: GET, HEAD'",
  })
  void answersRequests(String method, String path, int status, String type, String words)
      throws Exception {
    try (Host host = new Host();
        Peer peer = new Peer(host.web())) {
      peer.say(
          method + " " + path + " HTTP/1.1\r", "Host: 127.0.0.1\r", "Connection: close\r", "\r");
      String answer = peer.hearTheEnd();
      assertThat(answer)
          .startsWith("HTTP/1.1 " + status + " ")
          .containsIgnoringCase("content-type: " + type)
          .contains("default-src 'self'")
          .contains(words);
    }
  }

  @Test
  void whatIsNoHttpIsRefusedAndCut() throws Exception {
    try (Host host = new Host();
        Peer peer = new Peer(host.web())) {
      assertThat(peer.say("north").hearTheEnd()).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void whoIsNotLetInIsToldSoByHttp() {
    assertThat(new String(WebPort.turnedAway("Full."), UTF_8))
        .startsWith("HTTP/1.1 503 ")
        .endsWith("content-length: 6\r\nconnection: close\r\n\r\nFull.\n");
  }

  @Test
  void requestsAreAnsweredInTheirOrder() throws Exception {
    try (Host host = new Host();
        Peer peer = new Peer(host.web())) {
      peer.send(
          "GET /health HTTP/1.1\r\n\r\nGET /icon.svg HTTP/1.1\r\n\r\n".repeat(3).getBytes(UTF_8));
      for (int i = 0; i < 3; i++) {
        assertThat(peer.hear("\"status\":\"ok\"")).doesNotContain("<svg");
        peer.hear("<svg");
      }
    }
  }

  @Test
  void whatABrowserHasIsNotSentAgainAndTheRestSmall() throws Exception {
    try (Host host = new Host();
        Peer peer = new Peer(host.web())) {
      String request = "GET /xterm/xterm.mjs HTTP/1.1\r\nAccept-Encoding: gzip, br\r\n";
      String head = peer.send((request + "\r\n").getBytes(UTF_8)).hear("\r\n\r\n");
      assertThat(head).contains("content-encoding: gzip");
      int length = Integer.parseInt(head.replaceAll("(?s).*content-length: ([0-9]+).*", "$1"));
      assertThat(length).isBetween(1, 120_000);
      String tag = head.replaceAll("(?s).*etag: (\\S+).*", "$1");
      peer.send((request + "If-None-Match: " + tag + "\r\n\r\n").getBytes(UTF_8));
      assertThat(peer.hear("HTTP/1.1 304 ")).hasSizeLessThan(length + 20);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 408",
    "'GET / HTTP/1.1\r\nX: ', 408",
    "'GET /xterm/xterm.mjs HTTP/1.1\r\n\r\n', 200"
  })
  void whoTakesTooLongIsCut(String said, String status) throws Exception {
    try (Host host = new Host()) {
      EmbeddedChannel channel = new EmbeddedChannel();
      channel.freezeTime();
      WebPort.setUp(
          channel,
          Site.of(host.gateway()),
          () -> {
            throw new AssertionError("nobody plays");
          });
      channel.writeInbound(Unpooled.copiedBuffer(said, UTF_8));
      channel.advanceTimeBy(WebHandler.PATIENCE_SECONDS - 1, TimeUnit.SECONDS);
      channel.runScheduledPendingTasks();
      assertThat(channel.isOpen()).isTrue();
      channel.advanceTimeBy(1, TimeUnit.SECONDS);
      channel.runScheduledPendingTasks();
      ByteBuf head = channel.readOutbound();
      assertThat(head.toString(UTF_8)).startsWith("HTTP/1.1 " + status);
      assertThat(channel.isOpen()).isFalse();
      channel.finishAndReleaseAll();
    }
  }

  @Test
  void telnetIsPlayedInAWebSocket() throws Exception {
    try (Host host = new Host();
        Peer bea = new Peer(host.telnet())) {
      Listener ann = new Listener();
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .subprotocols("telnet.mudstandards.org")
              .buildAsync(URI.create("ws://127.0.0.1:" + host.web() + "/play"), ann)
              .join();
      assertThat(socket.getSubprotocol()).isEqualTo("telnet.mudstandards.org");
      ann.hear("name? ");
      socket.sendBinary(ByteBuffer.wrap("Ann\r\nnew ya".getBytes(UTF_8)), true).join();
      socket.sendText("rd\r\n", true).join();
      String session = ann.hear("join ").replaceAll("(?s).*You sit in (\\S+) as.*", "$1");
      ann.hear("\n> ");
      bea.say("Bea", "join " + session, "say Héllo").hear("\n> ");
      ann.hear("Héllo");
      socket.sendText("quit\r\n", true).join();
      assertThat(ann.closed.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(ann.code).isEqualTo(WebSocket.NORMAL_CLOSURE);
      assertThat(host.reports()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"http://elsewhere.example, false", "nonsense, false", "http://127.0.0.1:PORT, true"})
  void anotherSitesPageMayNotPlay(String origin, boolean allowed) throws Exception {
    try (Host host = new Host()) {
      String port = Integer.toString(host.web());
      try (Peer peer = new Peer(host.web())) {
        peer.say(
            "GET /play HTTP/1.1\r",
            "Host: 127.0.0.1:" + port + "\r",
            "Origin: " + origin.replace("PORT", port) + "\r",
            "Connection: Upgrade\r",
            "Upgrade: websocket\r",
            "Sec-WebSocket-Version: 13\r",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r",
            "\r");
        assertThat(peer.hear("\r\n")).contains(allowed ? " 101 " : " 403 ");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1, dGhlIHNhbXBsZSBub25jZQ==, 101",
    "HTTP/1.1, dGhlIHNhbXBsZQ==, 400",
    "HTTP/1.1, '', 400",
    "HTTP/1.1, %%, 400",
    "HTTP/1.0, dGhlIHNhbXBsZSBub25jZQ==, 400"
  })
  void aWebSocketBeginsAsTheStandardSays(String version, String key, int status) throws Exception {
    try (Host host = new Host();
        Peer peer = new Peer(host.web())) {
      assertThat(upgrade(peer, version, key).hear("\r\n")).contains(" " + status + " ");
    }
  }

  /** Frames in hex, masked with zeros where they are masked. */
  @ParameterizedTest
  @CsvSource({
    "8203426561, 1002, not masked",
    "c28000000000, 1002, a bit that nobody agreed on",
    "838000000000, 1002, an unknown kind",
    "0980, 1002, a ping in parts",
    "80810000000078, 1002, a part of nothing",
    "82ff0000000000100000, 1009, too large",
    "818100000000ff, 1007, text that is no UTF-8",
    "888100000000ff, 1002, half a code",
    "88820000000003e7, 1002, a code that there is not",
    "88830000000003e8ff, 1007, a reason that is no UTF-8"
  })
  void whoBreaksTheRulesOfFramesIsToldSoOnce(String frame, int code, String what) throws Exception {
    try (Host host = new Host();
        Peer peer = new Peer(host.web())) {
      upgrade(peer, "HTTP/1.1", "dGhlIHNhbXBsZSBub25jZQ==").hear("name? ");
      peer.send(HexFormat.of().parseHex(frame));
      byte[] end = peer.hearTheEnd().getBytes(ISO_8859_1);
      assertThat(end[0]).as(what + ": close").isEqualTo((byte) 0x88);
      assertThat(end).as(what + ": nothing behind it").hasSize(end[1] + 2);
      assertThat((end[2] & 0xff) << 8 | (end[3] & 0xff)).as(what).isEqualTo(code);
      assertThat(host.reports()).isEmpty();
    }
  }

  private static Peer upgrade(Peer peer, String version, String key) throws IOException {
    return peer.say(
        "GET /play " + version + "\r",
        "Host: 127.0.0.1\r",
        "Connection: Upgrade\r",
        "Upgrade: websocket\r",
        "Sec-WebSocket-Version: 13\r",
        "Sec-WebSocket-Key: " + key + "\r",
        "\r");
  }

  /** What comes in a WebSocket, as one stream of bytes. */
  private static final class Listener implements WebSocket.Listener {
    private final LinkedBlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int code;
    private int read;

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      frames.add(bytes);
      return WebSocket.Listener.super.onBinary(socket, data, last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      code = status;
      closed.countDown();
      return WebSocket.Listener.super.onClose(socket, status, reason);
    }

    /** Waits for words behind those of the last call, and gives all that came up to their end. */
    String hear(String words) throws InterruptedException {
      while (true) {
        String all = heard.toString(UTF_8);
        int at = all.indexOf(words, read);
        if (at >= 0) {
          String now = all.substring(read, at + words.length());
          read = at + words.length();
          return now;
        }
        byte[] more = frames.poll(20, TimeUnit.SECONDS);
        assertThat(more).as("waiting for \"%s\" after:\n%s", words, all).isNotNull();
        heard.writeBytes(more);
      }
    }
  }
}

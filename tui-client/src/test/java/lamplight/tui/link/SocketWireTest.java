package lamplight.tui.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lamplight.tui.text.Words;
import org.junit.jupiter.api.Test;

class SocketWireTest {
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  private final Wire.Listener listener =
      new Wire.Listener() {
        @Override
        public void warned(String certificate) {}

        @Override
        public void opened() {
          heard.add("opened");
        }

        @Override
        public void received(ByteBuffer bytes) {
          heard.add(StandardCharsets.UTF_8.decode(bytes).toString());
        }

        @Override
        public void lost(String reason) {
          heard.add("lost: " + reason);
        }
      };

  private String next() throws InterruptedException {
    return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void bytesGoBothWaysUntilTheServerHangsUp() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      SocketWire wire = new SocketWire("127.0.0.1", server.getLocalPort(), Words.ENGLISH);
      wire.open(listener);
      try (Socket peer = server.accept()) {
        assertThat(next()).isEqualTo("opened");
        wire.send(StandardCharsets.UTF_8.encode("HELLO é\n"));
        assertThat(peer.getInputStream().readNBytes(9))
            .asString(StandardCharsets.UTF_8)
            .isEqualTo("HELLO é\n");
        peer.getOutputStream().write("WELCOME\n".getBytes(StandardCharsets.UTF_8));
        assertThat(next()).isEqualTo("WELCOME\n");
      }
      assertThat(next()).isEqualTo("lost: The server closed the connection.");
      wire.send(StandardCharsets.UTF_8.encode("into the void\n"));
      wire.close();
    }
  }

  @Test
  void aPortWithoutAServerIsSaid() throws Exception {
    int port = freePort();
    new SocketWire("127.0.0.1", port, Words.ENGLISH).open(listener);
    assertThat(next()).startsWith("lost: Nobody listens at 127.0.0.1:" + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }
}

package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A client that sends a whole script and then no more, as {@code nc -N} does with a file. */
class PastedScriptTest {
  @Test
  void isPlayedToItsEnd() throws Exception {
    String script = "Bea\nnew mill\n" + "say one\n\n\n\n\n\n\n\n\n\n".repeat(10) + "quit\n";
    String heard;
    try (Host host = new Host(Path.of("..", "worlds"), false)) {
      heard = play(host.telnet(), script);
      assertThat(host.reports()).isEmpty();
    }
    assertThat(heard).contains("You are far ahead of the game").contains("Your seat in");
    assertThat(heard.lines().filter(line -> line.contains("You say, “one”"))).hasSize(10);
  }

  private static String play(int port, String script) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

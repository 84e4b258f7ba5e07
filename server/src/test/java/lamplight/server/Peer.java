package lamplight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * A client at a bare socket, which says lines and waits for words; it fails instead of waiting for
 * ever.
 */
public final class Peer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private int read;

  public Peer(int port) throws IOException {
    this(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  public Peer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
  }

  public Peer say(String... lines) throws IOException {
    return send((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  public Peer send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Ends our direction; the other goes on. */
  public Peer endOutput() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** Waits for words behind those of the last call, and gives all that came up to their end. */
  public String hear(String words) throws IOException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (true) {
      String all = all();
      int at = all.indexOf(words, read);
      if (at >= 0) {
        String heardNow = all.substring(read, at + words.length());
        read = at + words.length();
        return heardNow;
      }
      boolean inTime = System.nanoTime() < until; // other words may come all the time
      assertThat(inTime && more()).as("waiting for \"%s\" after:\n%s", words, all).isTrue();
    }
  }

  /** Waits for the connection's end, and gives what came before it. */
  public String hearTheEnd() throws IOException {
    while (more()) {}
    String rest = all().substring(read);
    read += rest.length();
    return rest;
  }

  private boolean more() throws IOException {
    byte[] some = new byte[4096];
    int count;
    try {
      count = socket.getInputStream().read(some);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("nothing more came after:\n" + all(), e);
    }
    if (count > 0) {
      heard.write(some, 0, count);
    }
    return count >= 0;
  }

  private String all() {
    return heard.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

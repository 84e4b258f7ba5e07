package lamplight.tui.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection at a time, each with one thread that connects and reads. Used from one thread.
 */
public final class SocketWire implements Wire {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int BUFFER_BYTES = 16 * 1024;

  private final String host;
  private final int port;
  private @Nullable Connection connection;

  public SocketWire(String host, int port) {
    this.host = host;
    this.port = port;
  }

  @Override
  public void open(Listener listener) {
    close();
    Connection fresh = new Connection(listener);
    connection = fresh;
    Thread thread = new Thread(fresh::run, "lamplight-link");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void send(String text) {
    if (connection != null) {
      connection.send(text);
    }
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  /** From connect to end; closed is told to nobody. */
  private final class Connection {
    private final Socket socket = new Socket();
    private final Listener listener;
    private volatile boolean closed;

    Connection(Listener listener) {
      this.listener = listener;
    }

    void run() {
      String reason;
      try {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        if (!closed) {
          listener.opened();
        }
        read(socket.getInputStream());
        reason = "the server closed the connection";
      } catch (IOException | RuntimeException e) {
        reason = reason(e);
      }
      if (!closed) {
        listener.lost(reason);
      }
      shut();
    }

    private void read(InputStream in) throws IOException {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = in.read(buffer); count >= 0 && !closed; count = in.read(buffer)) {
        listener.received(ByteBuffer.wrap(buffer.clone(), 0, count));
      }
    }

    void send(String text) {
      try {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        shut(); // The reader finds out and tells.
      }
    }

    void close() {
      closed = true;
      shut();
    }

    private void shut() {
      try {
        socket.close();
      } catch (IOException e) {
        return; // There is nothing left to close.
      }
    }

    private String reason(Exception problem) {
      String place = host + ":" + port;
      if (problem instanceof UnknownHostException) {
        return "there is no host \"" + host + "\"";
      }
      if (problem instanceof SocketTimeoutException) {
        return place + " does not answer";
      }
      if (problem instanceof ConnectException) {
        return "nobody listens at " + place + " (a server is started with ./lamplight serve)";
      }
      if (problem instanceof NoRouteToHostException) {
        return "there is no way to " + place;
      }
      return "the connection to " + place + " broke";
    }
  }
}

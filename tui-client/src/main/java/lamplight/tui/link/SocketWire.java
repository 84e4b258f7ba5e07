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
import java.util.Optional;
import javax.net.ssl.SSLException;
import lamplight.tui.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection at a time, each with one thread that connects and reads. Used from one thread.
 */
public final class SocketWire implements Wire {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int BUFFER_BYTES = 16 * 1024;

  private final String host;
  private final int port;
  private final Layer layer;
  private final Words words;
  private @Nullable Connection connection;

  /** What lies over a connection once it is made, such as TLS. */
  public interface Layer {
    Layered over(Socket plain) throws IOException;
  }

  /**
   * A connection with its layer.
   *
   * @param warning the SHA-256 of a certificate that is taken on trust
   */
  public record Layered(Socket socket, Optional<String> warning) {}

  /** Bytes as they are. */
  public SocketWire(String host, int port, Words words) {
    this(host, port, plain -> new Layered(plain, Optional.empty()), words);
  }

  public SocketWire(String host, int port, Layer layer, Words words) {
    this.host = host;
    this.port = port;
    this.layer = layer;
    this.words = words;
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
  public void send(ByteBuffer bytes) {
    if (connection != null) {
      connection.send(bytes);
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
    private volatile Socket socket = new Socket();
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
        Layered layered = layer.over(socket);
        socket = layered.socket();
        if (!closed) {
          listener.opened();
          layered.warning().ifPresent(listener::warned);
        }
        read(socket.getInputStream());
        reason = words.say("wire.closed");
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

    void send(ByteBuffer bytes) {
      byte[] octets = new byte[bytes.remaining()];
      bytes.get(octets);
      try {
        socket.getOutputStream().write(octets);
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

    /** What lies behind it all is told in the words for people. */
    private static String cause(Throwable problem) {
      Throwable last = problem;
      while (last.getCause() != null) {
        last = last.getCause();
      }
      return String.valueOf(last.getMessage());
    }

    private String reason(Exception problem) {
      String place = host + ":" + port;
      if (problem instanceof UnknownHostException) {
        return words.say("wire.host", host);
      }
      if (problem instanceof SocketTimeoutException) {
        return words.say("wire.silent", place);
      }
      if (problem instanceof ConnectException) {
        return words.say("wire.refused", place);
      }
      if (problem instanceof SSLException) {
        return words.say("wire.secret", place, cause(problem));
      }
      if (problem instanceof NoRouteToHostException) {
        return words.say("wire.route", place);
      }
      return words.say("wire.broke", place);
    }
  }
}

package lamplight.server.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Many connections to a server on this machine, all read in the thread that waits for them: as
 * little of a client as can be, so that the server is measured.
 */
final class Sockets implements AutoCloseable {
  private static final int BUFFER = 64 << 10;
  private static final long PATIENCE_MILLIS = 20_000;

  private final int port;
  private final Selector selector = Selector.open();
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);

  /** What is read of a connection; all of it is consumed. */
  interface Reader {
    void read(ByteBuffer bytes) throws IOException;
  }

  Sockets(int port) throws IOException {
    this.port = port;
  }

  /** A new connection, on which reading blocks until there is a {@link #reader}. */
  SocketChannel open() throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
  }

  /** From now on the connection is read by {@link #await}. */
  void reader(SocketChannel channel, Reader reader) throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, reader);
  }

  /** Writes all of it, however long that takes. */
  static void write(SocketChannel channel, CharSequence text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(US_ASCII));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /**
   * Reads until enough has come.
   *
   * @param missing what has not come when for long nothing does
   */
  void await(BooleanSupplier enough, Supplier<String> missing) throws IOException {
    while (!enough.getAsBoolean()) {
      if (selector.select(this::read, PATIENCE_MILLIS) == 0) {
        throw new IOException("no answer any more: " + missing.get());
      }
    }
  }

  private void read(SelectionKey key) {
    try {
      in.clear();
      if (((SocketChannel) key.channel()).read(in) < 0) {
        throw new IOException("the server has closed the line");
      }
      in.flip();
      ((Reader) key.attachment()).read(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}

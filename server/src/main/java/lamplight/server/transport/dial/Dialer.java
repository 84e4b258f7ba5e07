package lamplight.server.transport.dial;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to a server, all of them in one thread, in which everything is called that it
 * calls back. What cannot be sent is dropped: the connection is gone then.
 */
public final class Dialer implements AutoCloseable {
  private static final int CONNECT_MILLIS = 10_000;

  /** Who uses a connection. */
  public interface User {
    /** The connection is there. */
    void opened(Wire wire);

    /** Bytes came in; all of them are to be taken. */
    void read(ByteBuffer bytes);

    /** The connection is gone, or could not be had; called once, in any case. */
    void closed(String why);
  }

  /** An open connection. */
  public interface Wire {
    void send(byte[] bytes);

    /** Ends it once all that was sent before is written. */
    void close();
  }

  private final boolean epoll = Epoll.isAvailable();
  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1,
          new DefaultThreadFactory("load", true),
          epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());

  /** Opens a connection. */
  public void dial(InetSocketAddress server, User user) {
    new Bootstrap()
        .group(loop)
        .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .handler(new Handler(user))
        .connect(server)
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                user.closed(reason(connected.cause()));
              }
            });
  }

  /** Does something in the thread, at once or later. */
  public void later(long nanos, Runnable action) {
    var unused = loop.next().schedule(action, Math.max(0, nanos), TimeUnit.NANOSECONDS);
  }

  /** Ends the thread; connections that are still open are cut. */
  @Override
  public void close() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private static String reason(@Nullable Throwable cause) {
    return cause == null ? "it cannot be reached" : String.valueOf(cause.getMessage());
  }

  private static final class Handler extends ChannelInboundHandlerAdapter {
    private final User user;
    private String why = "the server closed it";

    Handler(User user) {
      this.user = user;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      user.opened(new OpenWire(context.channel()));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      try {
        user.read(bytes.nioBuffer());
      } finally {
        bytes.release();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      why = reason(cause);
      var unused = context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      user.closed(why);
    }
  }

  private record OpenWire(Channel channel) implements Wire {
    @Override
    public void send(byte[] bytes) {
      var unused = channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
    }

    @Override
    public void close() {
      ChannelFuture written = channel.writeAndFlush(Unpooled.EMPTY_BUFFER);
      written.addListener(
          done -> {
            if (channel instanceof SocketChannel socket) {
              var unused = socket.shutdownOutput();
            }
            var unusedToo = channel.close();
          });
    }
  }
}

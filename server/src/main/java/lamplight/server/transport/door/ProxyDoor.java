package lamplight.server.transport.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes the header in which a proxy says whose connection it brings: the PROXY protocol, version 1
 * or 2. Whoever sends none, or a malformed one, is cut off: what stands behind it cannot be told.
 */
public final class ProxyDoor extends ChannelInboundHandlerAdapter {
  /** How long a proxy may take for its header, which it sends at once. */
  private static final long HEADER_MILLIS = 5_000;

  private final Runnable inside;

  private ProxyDoor(Runnable inside) {
    this.inside = inside;
  }

  /**
   * Has a connection of a trusted proxy say whose it is before {@code inside} puts what speaks with
   * it into the pipeline; for all others that is done at once.
   */
  public static void before(Channel channel, Collection<Network> trusted, Runnable inside) {
    InetAddress peer = Origin.peer(channel);
    if (trusted.stream().noneMatch(network -> network.contains(peer))) {
      inside.run();
      return;
    }
    ProxyDoor door = new ProxyDoor(inside);
    channel.pipeline().addLast(new HAProxyMessageDecoder(), door);
    var unused =
        channel
            .eventLoop()
            .schedule(
                () -> {
                  if (channel.pipeline().context(door) != null) {
                    var unusedToo = channel.close();
                  }
                },
                HEADER_MILLIS,
                TimeUnit.MILLISECONDS);
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    // Who speaks with the client is not there yet.
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    HAProxyMessage header = (HAProxyMessage) message;
    try {
      @Nullable InetAddress client = client(header);
      if (client != null) {
        Origin.proxied(context.channel(), client);
      }
    } finally {
      header.release();
    }
    inside.run();
    context.fireChannelActive();
    context.pipeline().remove(this);
  }

  /** None for what the proxy asks on its own behalf, or does not know: then it is the client. */
  private static @Nullable InetAddress client(HAProxyMessage header) {
    return header.command() == HAProxyCommand.LOCAL || header.sourceAddress() == null
        ? null
        : NetUtil.createInetAddressFromIpAddressString(header.sourceAddress());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var unused = context.close();
  }
}

package lamplight.server.transport.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/**
 * Waits until TLS is agreed on. Whoever takes too long or does not speak it is cut off; until then
 * the game knows nothing of the connection.
 */
public final class TlsDoor extends ChannelInboundHandlerAdapter {
  private final Runnable inside;

  private TlsDoor(Runnable inside) {
    this.inside = inside;
  }

  /** Puts TLS into a pipeline; when it is agreed on, {@code inside} adds what speaks within. */
  public static void before(Channel channel, Tls tls, Runnable inside) {
    SslHandler handler = tls.handler(channel);
    channel.pipeline().addLast(handler, new TlsDoor(inside));
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    // Who speaks with the client is not there yet.
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      var unused = context.close(); // there will be no agreement
    } else if (!(event instanceof SslHandshakeCompletionEvent handshake)) {
      context.fireUserEventTriggered(event);
    } else if (handshake.isSuccess()) {
      inside.run();
      context.fireChannelActive();
      context.pipeline().remove(this);
    } else {
      var unused = context.close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var unused = context.close();
  }
}

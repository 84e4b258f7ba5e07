package lamplight.server.transport.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import java.util.function.Consumer;

/**
 * Stands where the handlers that speak HTTP will be, and has them put there when something comes in
 * or goes out: they take more memory than all else of a connection that says nothing.
 */
final class Doorstep extends ChannelDuplexHandler {
  private final Consumer<ChannelPipeline> handlers;

  /**
   * @param handlers adds the handlers behind this one
   */
  Doorstep(Consumer<ChannelPipeline> handlers) {
    this.handlers = handlers;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    leave(context);
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    leave(context);
    var unused = context.channel().write(message, promise);
  }

  private void leave(ChannelHandlerContext context) {
    handlers.accept(context.pipeline());
    context.pipeline().remove(this);
  }
}

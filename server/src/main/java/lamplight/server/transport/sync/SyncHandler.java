package lamplight.server.transport.sync;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.List;
import lamplight.engine.session.LinkKind;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Inbound;
import lamplight.engine.wire.ServerEnd;
import lamplight.engine.wire.ServerMessage;
import lamplight.server.runtime.Gateway;
import lamplight.server.transport.Pipe;
import org.jspecify.annotations.Nullable;

/** One sync connection: carries bytes between a socket and the protocol's text form. */
public final class SyncHandler extends ChannelInboundHandlerAdapter implements Pipe.Form {
  private final Gateway gateway;
  private final ServerEnd end = new ServerEnd();
  private @Nullable Pipe pipe;

  public SyncHandler(Gateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    pipe = Pipe.open(context.channel(), gateway, LinkKind.SYNC, this);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    try {
      end.read(bytes.nioBuffer()).forEach(this::take);
    } finally {
      bytes.release();
    }
  }

  private void take(Inbound<ClientMessage> inbound) {
    if (inbound instanceof Inbound.Good<ClientMessage> good) {
      pipe().received(good.message());
    } else if (inbound instanceof Inbound.Bad<ClientMessage> bad) {
      pipe().refused(bad.answer());
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      pipe().ended();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    pipe().writabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    pipe().lost();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    pipe().broken(cause);
  }

  @Override
  public ByteBuf form(List<ServerMessage> messages) {
    StringBuilder lines = new StringBuilder();
    messages.forEach(message -> lines.append(end.write(message)));
    return ByteBufUtil.writeUtf8(pipe().allocator(), lines);
  }

  private Pipe pipe() {
    if (pipe == null) {
      throw new IllegalStateException("the channel is not active yet");
    }
    return pipe;
  }
}

package lamplight.server.transport.telnet;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.List;
import java.util.concurrent.Future;
import lamplight.engine.session.LinkKind;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;
import lamplight.server.runtime.Gateway;
import lamplight.server.transport.Pipe;
import org.jspecify.annotations.Nullable;

/** One telnet connection: carries bytes between a socket and a {@link Visit}. */
public final class TelnetHandler extends ChannelInboundHandlerAdapter
    implements Pipe.Form, Visit.Server {
  /** How long the first words wait for a client's answers. */
  static final long ANSWER_MILLIS = 400;

  private final Gateway gateway;
  private final Visit visit = new Visit(this);
  private final Terminal terminal = visit.terminal();
  private @Nullable Pipe pipe;
  private @Nullable Future<?> answersDue;
  private boolean secondOffersTimed;

  public TelnetHandler(Gateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    pipe = Pipe.open(context.channel(), gateway, LinkKind.TELNET, this);
    terminal.connected();
    pipe().write(drained());
    awaitAnswers();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    try {
      while (bytes.isReadable()) {
        terminal.receive(bytes.readByte());
      }
    } finally {
      bytes.release();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    terminal.received();
    if (terminal.speaksTelnet() && !secondOffersTimed) {
      secondOffersTimed = true;
      awaitAnswers();
    }
    pipe().write(drained());
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      terminal.start(); // what was said early is still answered
      visit.ended();
      pipe().write(drained());
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
    visit.show(messages);
    return drained();
  }

  @Override
  public void send(ClientMessage message) {
    pipe().received(message);
  }

  @Override
  public void cut() {
    pipe().cut();
  }

  private void awaitAnswers() {
    if (answersDue != null) {
      answersDue.cancel(false);
    }
    answersDue =
        pipe()
            .later(
                ANSWER_MILLIS,
                () -> {
                  terminal.start();
                  pipe().write(drained());
                });
  }

  private ByteBuf drained() {
    return Unpooled.wrappedBuffer(terminal.drain());
  }

  private Pipe pipe() {
    if (pipe == null) {
      throw new IllegalStateException("the channel is not active yet");
    }
    return pipe;
  }
}

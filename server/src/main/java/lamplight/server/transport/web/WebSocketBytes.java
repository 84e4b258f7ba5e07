package lamplight.server.transport.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.function.Supplier;
import lamplight.server.transport.Pipe;

/**
 * A stream of bytes in the frames of a WebSocket: what its messages hold, text or binary, is read
 * as one stream, and what is written goes out as binary messages. Once the WebSocket is there, the
 * pipe is put behind it.
 */
final class WebSocketBytes extends MessageToMessageCodec<WebSocketFrame, ByteBuf> {
  private final Supplier<Pipe> pipes;

  WebSocketBytes(Supplier<Pipe> pipes) {
    super(WebSocketFrame.class, ByteBuf.class);
    this.pipes = pipes;
  }

  /** A browser says nothing before its WebSocket is there; what comes so is no frame. */
  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (message instanceof WebSocketFrame) {
      super.channelRead(context, message);
    } else {
      ReferenceCountUtil.release(message);
      var unused = context.close();
    }
  }

  @Override
  protected void encode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) {
    out.add(new BinaryWebSocketFrame(bytes.retain()));
  }

  @Override
  protected void decode(ChannelHandlerContext context, WebSocketFrame frame, List<Object> out) {
    out.add(frame.content().retain());
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
    if (event instanceof HandshakeComplete) {
      context.pipeline().remove(WebHandler.class); // a game may be as silent as it likes
      context.pipeline().addLast(pipes.get());
      context.fireChannelActive(); // the pipe was not there yet when the connection was made
    } else {
      super.userEventTriggered(context, event);
    }
  }

  /** A browser that breaks the rules of frames is told which one, and cut off. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof CorruptedWebSocketFrameException broken) {
      String why = String.valueOf(broken.getMessage());
      var unused = context.writeAndFlush(new CloseWebSocketFrame(broken.closeStatus(), why));
    }
    var unused = context.close();
  }
}

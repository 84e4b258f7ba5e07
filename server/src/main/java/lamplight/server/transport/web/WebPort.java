package lamplight.server.transport.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.flow.FlowControlHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import lamplight.server.transport.Pipe;

/** Sets up the connections of the web port. */
public final class WebPort {
  /** Bytes of a request's body; none that we answer has any. */
  private static final int MAX_BODY = 1024;

  /** Bytes of one frame from a browser: many lines more than anybody types. */
  private static final int MAX_FRAME = 64 * 1024;

  /**
   * Who breaks the rules of frames is told so by {@link WebSocketBytes}: Netty would close twice.
   */
  private static final WebSocketDecoderConfig FRAMES =
      WebSocketDecoderConfig.newBuilder()
          .maxFramePayloadLength(MAX_FRAME)
          .closeOnProtocolViolation(false)
          .build();

  /** How long a browser may take to answer our close. */
  private static final long CLOSE_MILLIS = 1_000;

  /**
   * The name, among those of MUD servers, for telnet's bytes in binary messages; a client that
   * names none gets the same.
   */
  private static final String SUBPROTOCOL = "telnet.mudstandards.org";

  private static final WebSocketServerProtocolConfig WEB_SOCKET =
      WebSocketServerProtocolConfig.newBuilder()
          .websocketPath(WebHandler.PLAY)
          .checkStartsWith(true)
          .subprotocols(SUBPROTOCOL)
          .decoderConfig(FRAMES)
          .sendCloseFrame(WebSocketCloseStatus.NORMAL_CLOSURE)
          .forceCloseTimeoutMillis(CLOSE_MILLIS)
          .build();

  private WebPort() {}

  /** What a browser is told that is not let in; it has asked for nothing yet. */
  public static byte[] turnedAway(String words) {
    String answer =
        String.join(
            "\r\n",
            "HTTP/1.1 503 Service Unavailable",
            "content-type: text/plain; charset=utf-8",
            "content-length: " + (words.length() + 1),
            "connection: close",
            "",
            words + "\n");
    return answer.getBytes(StandardCharsets.US_ASCII);
  }

  /** Puts the handlers of one connection in place. */
  public static void setUp(Channel channel, Site site, Supplier<Pipe> pipes) {
    WebHandler handler = new WebHandler(site);
    channel
        .pipeline()
        .addLast(new Doorstep(pipeline -> speakHttp(pipeline, handler, pipes)), handler);
  }

  private static void speakHttp(
      ChannelPipeline pipeline, WebHandler handler, Supplier<Pipe> pipes) {
    String name = pipeline.context(handler).name();
    pipeline.addBefore(name, null, new HttpServerCodec());
    pipeline.addBefore(name, null, new HttpObjectAggregator(MAX_BODY));
    // a request is read when the one before is answered
    pipeline.addBefore(name, null, new FlowControlHandler());
    pipeline.addLast(new WebSocketServerProtocolHandler(WEB_SOCKET), new WebSocketBytes(pipes));
  }
}

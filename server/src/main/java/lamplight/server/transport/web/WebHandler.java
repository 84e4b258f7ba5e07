package lamplight.server.transport.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.timeout.IdleStateEvent;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Answers requests from a {@link Site}, and lets those for the WebSocket through, if they come from
 * a page of ours or from no page at all.
 */
final class WebHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
  /** Where the WebSocket is. */
  static final String PLAY = "/play";

  /** Only what comes from here, and what xterm.js writes into its own elements. */
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
          + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

  private final Site site;

  WebHandler(Site site) {
    this.site = site;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    String path = path(request);
    boolean get = request.method().equals(HttpMethod.GET);
    if (!request.decoderResult().isSuccess()) {
      refuse(context, request, HttpResponseStatus.BAD_REQUEST, "That is no HTTP request.");
    } else if (path.equals(PLAY) && get && isUpgrade(request)) {
      if (isOurs(request)) {
        context.fireChannelRead(request.retain());
      } else {
        refuse(
            context,
            request,
            HttpResponseStatus.FORBIDDEN,
            "Another site's page may not play here.");
      }
    } else if (!get && !request.method().equals(HttpMethod.HEAD)) {
      refuse(
          context, request, HttpResponseStatus.METHOD_NOT_ALLOWED, "Only GET and HEAD work here.");
    } else {
      Optional<CompletableFuture<Resource>> found = site.get(path);
      if (found.isPresent()) {
        answer(context, request, found.get());
      } else {
        refuse(
            context,
            request,
            HttpResponseStatus.NOT_FOUND,
            "Nothing is at " + path + "; the game is at /.");
      }
    }
  }

  /** The path, decoded; of one that cannot be decoded nothing is found. */
  private static String path(FullHttpRequest request) {
    try {
      return new QueryStringDecoder(request.uri()).path();
    } catch (IllegalArgumentException e) {
      return request.uri();
    }
  }

  private static boolean isUpgrade(FullHttpRequest request) {
    return request.headers().containsValue(HttpHeaderNames.UPGRADE, "websocket", true);
  }

  /** Browsers say whose page asks (RFC 6455, section 10.2); it must be one from this host. */
  private static boolean isOurs(FullHttpRequest request) {
    String origin = request.headers().get(HttpHeaderNames.ORIGIN);
    if (origin == null) {
      return true;
    }
    try {
      return String.valueOf(URI.create(origin).getAuthority())
          .equalsIgnoreCase(request.headers().get(HttpHeaderNames.HOST));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void answer(
      ChannelHandlerContext context, FullHttpRequest request, CompletableFuture<Resource> found) {
    if (found.isDone()) {
      answer(context, request, HttpResponseStatus.OK, found.join());
      return;
    }
    context.channel().config().setAutoRead(false); // answers go out in the order of the requests
    request.retain();
    var unused =
        found.whenCompleteAsync(
            (resource, failed) -> {
              if (failed == null) {
                answer(context, request, HttpResponseStatus.OK, resource);
              } else {
                refuse(
                    context, request, HttpResponseStatus.SERVICE_UNAVAILABLE, "No answer in time.");
              }
              request.release();
              context.channel().config().setAutoRead(true);
            },
            context.executor());
  }

  private static void refuse(
      ChannelHandlerContext context,
      FullHttpRequest request,
      HttpResponseStatus status,
      String why) {
    ByteBuffer body = StandardCharsets.UTF_8.encode(why + "\n");
    answer(context, request, status, new Resource("text/plain; charset=utf-8", body));
  }

  private static void answer(
      ChannelHandlerContext context,
      FullHttpRequest request,
      HttpResponseStatus status,
      Resource resource) {
    boolean head = request.method().equals(HttpMethod.HEAD);
    ByteBuf body =
        head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(resource.body().duplicate());
    FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
    HttpHeaders headers = response.headers();
    headers.set(HttpHeaderNames.CONTENT_TYPE, resource.type());
    headers.set(HttpHeaderNames.CONTENT_LENGTH, resource.body().remaining());
    headers.set(HttpHeaderNames.CACHE_CONTROL, "no-cache");
    headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    boolean stay = HttpUtil.isKeepAlive(request) && request.decoderResult().isSuccess();
    HttpUtil.setKeepAlive(response, stay);
    var written = context.writeAndFlush(response);
    if (!stay) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent) {
      var unused = context.close();
    } else {
      context.fireUserEventTriggered(event);
    }
  }

  /** What cannot be read as HTTP, and a connection that breaks, end here. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var unused = context.close();
  }
}

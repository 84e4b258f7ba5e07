package lamplight.server.transport.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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

  /** How long a request may take to come, and an answer to be read. */
  static final int PATIENCE_SECONDS = 30;

  private static final int KEY_BYTES = 16;

  private final Site site;
  private @Nullable Future<?> overdue;

  /** The last answer is given. */
  private boolean finished;

  /** The client says no more. */
  private boolean readAll;

  WebHandler(Site site) {
    this.site = site;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (finished) {
      return;
    }
    context.channel().config().setAutoRead(false); // answers go out one by one
    String path = path(request);
    boolean get = request.method().equals(HttpMethod.GET);
    if (!request.decoderResult().isSuccess()) {
      refuse(context, request, HttpResponseStatus.BAD_REQUEST, "That is no HTTP request.");
    } else if (path.equals(PLAY) && get && isUpgrade(request)) {
      if (!isHandshake(request)) {
        refuse(
            context,
            request,
            HttpResponseStatus.BAD_REQUEST,
            "A WebSocket begins with HTTP/1.1 and a Sec-WebSocket-Key of 16 bytes.");
      } else if (isOurs(request)) {
        context.channel().config().setAutoRead(true);
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

  /** What Netty does not look at (RFC 6455, section 4.2.1). */
  private static boolean isHandshake(FullHttpRequest request) {
    String key = request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_KEY, "");
    try {
      return request.protocolVersion().equals(HttpVersion.HTTP_1_1)
          && Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
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

  private void answer(
      ChannelHandlerContext context, FullHttpRequest request, CompletableFuture<Resource> found) {
    if (found.isDone()) {
      answer(context, request, HttpResponseStatus.OK, found.join());
      return;
    }
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
            },
            context.executor());
  }

  private void refuse(
      ChannelHandlerContext context,
      FullHttpRequest request,
      HttpResponseStatus status,
      String why) {
    answer(context, request, status, words(why));
  }

  private static Resource words(String why) {
    return Resource.made("text/plain; charset=utf-8", StandardCharsets.UTF_8.encode(why + "\n"));
  }

  private void answer(
      ChannelHandlerContext context,
      FullHttpRequest request,
      HttpResponseStatus status,
      Resource resource) {
    HttpHeaders asked = request.headers();
    boolean known =
        resource.tag().isPresent()
            && asked.containsValue(HttpHeaderNames.IF_NONE_MATCH, resource.tag().get(), true);
    boolean zipped =
        resource.zipped().isPresent()
            && asked.containsValue(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP, true);
    ByteBuffer body = zipped ? resource.zipped().get() : resource.body();
    boolean bare = known || request.method().equals(HttpMethod.HEAD);
    FullHttpResponse response =
        response(known ? HttpResponseStatus.NOT_MODIFIED : status, resource, body, bare);
    if (zipped) {
      response.headers().set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP);
    }
    boolean stay =
        HttpUtil.isKeepAlive(request)
            && status.code() < HttpResponseStatus.BAD_REQUEST.code()
            && !request.content().isReadable();
    HttpUtil.setKeepAlive(response, stay);
    await(context);
    context
        .writeAndFlush(response)
        .addListener(
            (ChannelFuture written) -> {
              if (stay && !readAll && written.isSuccess()) {
                await(context);
                context.channel().config().setAutoRead(true);
              } else {
                finish(context);
              }
            });
  }

  private static FullHttpResponse response(
      HttpResponseStatus status, Resource resource, ByteBuffer body, boolean bare) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            status,
            bare ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body.duplicate()));
    HttpHeaders headers = response.headers();
    headers.set(HttpHeaderNames.CONTENT_TYPE, resource.type());
    headers.set(HttpHeaderNames.CONTENT_LENGTH, body.remaining());
    headers.set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
    headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_CACHE);
    resource.tag().ifPresent(tag -> headers.set(HttpHeaderNames.ETAG, tag));
    if (status.equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
      headers.set(HttpHeaderNames.ALLOW, "GET, HEAD");
    }
    headers.set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    return response;
  }

  // ---- no connection without a game lasts for long ----

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    await(context);
  }

  /** From now on the next request may come, or the answer to one be read, for so long. */
  private void await(ChannelHandlerContext context) {
    stopWaiting();
    overdue =
        context.executor().schedule(() -> tooSlow(context), PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void stopWaiting() {
    if (overdue != null) {
      overdue.cancel(false);
    }
  }

  private void tooSlow(ChannelHandlerContext context) {
    Resource why = words("No whole request came for " + PATIENCE_SECONDS + " seconds.");
    FullHttpResponse response =
        response(HttpResponseStatus.REQUEST_TIMEOUT, why, why.body(), false);
    HttpUtil.setKeepAlive(response, false);
    if (context.channel().config().isAutoRead()) {
      context.writeAndFlush(response).addListener(written -> finish(context));
    } else {
      var unused = context.close(); // it is an answer that is not read
    }
  }

  /**
   * Ends our direction, and reads on for a moment: a client that is still sending would else be
   * answered with a reset, and not read why.
   */
  private void finish(ChannelHandlerContext context) {
    finished = true;
    if (readAll || !(context.channel() instanceof DuplexChannel duplex)) {
      var unused = context.close();
      return;
    }
    duplex
        .shutdownOutput()
        .addListener(
            ended -> {
              var unused = context.executor().schedule(() -> cut(context), 1, TimeUnit.SECONDS);
              context.channel().config().setAutoRead(true);
            });
  }

  private static void cut(ChannelHandlerContext context) {
    var unused = context.close();
  }

  /** The client says no more. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      readAll = true;
      if (finished || context.channel().config().isAutoRead()) {
        var unused = context.close(); // else a request is being answered
      }
    } else {
      context.fireUserEventTriggered(event);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    stopWaiting();
  }

  /** What cannot be read as HTTP, and a connection that breaks, end here. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var unused = context.close();
  }
}

package lamplight.server.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import lamplight.engine.model.Refusal;
import lamplight.engine.session.LinkKind;
import lamplight.engine.wire.ServerEnd;
import lamplight.engine.wire.ServerMessage;
import lamplight.server.runtime.Gateway;
import lamplight.server.runtime.RefusedException;
import lamplight.server.transport.door.Crowd;
import lamplight.server.transport.door.Network;
import lamplight.server.transport.door.Origin;
import lamplight.server.transport.door.ProxyDoor;
import lamplight.server.transport.door.Tls;
import lamplight.server.transport.door.TlsDoor;
import lamplight.server.transport.sync.SyncForm;
import lamplight.server.transport.telnet.ServerCard;
import lamplight.server.transport.telnet.TelnetForm;
import lamplight.server.transport.web.Site;
import lamplight.server.transport.web.WebPort;

/**
 * The ports that are listened on, and the event loops behind them: epoll where the machine has it.
 */
public final class Listeners {
  /** Event loops only decode and enqueue, so two carry thousands of players. */
  private static final int EVENT_LOOPS = 2;

  /** Connections that the kernel keeps until they are accepted. */
  private static final int BACKLOG = 1024;

  /**
   * Bytes that wait for one client: from the first number on it counts as slow, until they are
   * below the second.
   */
  private static final WriteBufferWaterMark WATER_MARK =
      new WriteBufferWaterMark(32 * 1024, 64 * 1024);

  /** Bytes that are taken from one client before the others of its event loop have their turn. */
  private static final int MOST_READ_AT_ONCE = 8 * 1024;

  /** Seconds without a byte after which the kernel asks whether the other end is still there. */
  private static final int KEEPALIVE_SECONDS = 60;

  private final EventLoopGroup loops;
  private final Class<? extends ServerChannel> channelType;
  private final Crowd crowd = new Crowd(Crowd.MOST, Crowd.MOST_OF_ONE);
  private final List<Channel> listening = new ArrayList<>();
  private final List<Network> proxies;

  /** What telnet clients are told of the server. */
  private volatile ServerCard card = ServerCard.BLANK;

  private Listeners(List<Network> proxies) {
    this.proxies = List.copyOf(proxies);
    boolean epoll = Epoll.isAvailable();
    loops =
        new MultiThreadIoEventLoopGroup(
            EVENT_LOOPS,
            new DefaultThreadFactory("event-loop", true),
            epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    channelType = epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
  }

  /** The event loops, without a port yet. */
  public static Listeners create() {
    return new Listeners(List.of());
  }

  /** The same, behind proxies that say with the PROXY protocol whose connections they bring. */
  public static Listeners behind(List<Network> proxies) {
    return new Listeners(proxies);
  }

  /**
   * Opens a port for telnet.
   *
   * @param port 0 for any free one
   * @return the port
   * @throws RefusedException if it cannot be had
   */
  public int telnet(Gateway gateway, String address, int port) throws RefusedException {
    return open(
        gateway,
        "--telnet-port",
        address,
        port,
        Listeners::line,
        channel -> channel.pipeline().addLast(telnet(channel, gateway)));
  }

  /** Opens a port for telnet within TLS, as {@link #telnet} does. */
  public int tls(Gateway gateway, Tls tls, String address, int port) throws RefusedException {
    return open(
        gateway,
        "--tls-port",
        address,
        port,
        Listeners::nothing,
        channel ->
            TlsDoor.before(
                channel, tls, () -> channel.pipeline().addLast(telnet(channel, gateway))));
  }

  private static byte[] line(String words) {
    return (words + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] message(String words) {
    ServerMessage full =
        new ServerMessage.Refused(OptionalLong.empty(), Refusal.SERVER_FULL, words);
    try (ServerEnd end = new ServerEnd()) {
      return end.write(full);
    }
  }

  /** Words would be none before TLS is agreed on. */
  private static byte[] nothing(String words) {
    return new byte[0];
  }

  /** Says from now on what telnet clients are told of the server. */
  public void present(ServerCard told) {
    card = told;
  }

  private Pipe telnet(Channel channel, Gateway gateway) {
    return new Pipe(channel, gateway, LinkKind.TELNET, pipe -> new TelnetForm(pipe, card));
  }

  /** Opens a port for the sync protocol, as {@link #telnet} does. */
  public int sync(Gateway gateway, String address, int port) throws RefusedException {
    return open(
        gateway,
        "--sync-port",
        address,
        port,
        Listeners::message,
        channel ->
            channel.pipeline().addLast(new Pipe(channel, gateway, LinkKind.SYNC, SyncForm::new)));
  }

  /** Opens a port for browsers and monitors, as {@link #telnet} does. */
  public int web(Gateway gateway, Site site, String address, int port) throws RefusedException {
    return open(
        gateway,
        "--web-port",
        address,
        port,
        WebPort::turnedAway,
        channel -> WebPort.setUp(channel, site, () -> telnet(channel, gateway)));
  }

  private int open(
      Gateway gateway,
      String option,
      String address,
      int port,
      Function<String, byte[]> sorry,
      Consumer<Channel> setUp)
      throws RefusedException {
    InetSocketAddress wanted = new InetSocketAddress(address, port);
    if (wanted.isUnresolved()) {
      throw new RefusedException(
          "--bind " + address + " is no address of this machine; leave it out for 127.0.0.1");
    }
    ServerBootstrap listener = new ServerBootstrap().group(loops).channel(channelType);
    if (channelType == EpollServerSocketChannel.class) {
      listener.childOption(EpollChannelOption.TCP_KEEPIDLE, KEEPALIVE_SECONDS);
    }
    ChannelFuture bound =
        listener
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
            .childOption(
                ChannelOption.RECVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(64, 512, MOST_READ_AT_ONCE).maxMessagesPerRead(1))
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    ProxyDoor.before(channel, proxies, () -> let(channel, gateway, sorry, setUp));
                  }
                })
            .bind(wanted)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new RefusedException(
          option
              + " "
              + port
              + " on "
              + address
              + " cannot be had: "
              + reason(bound.cause())
              + "; choose another with "
              + option
              + ", 0 for any free one");
    }
    listening.add(bound.channel());
    return ((InetSocketAddress) bound.channel().localAddress()).getPort();
  }

  /** Lets a client in, if there are not too many; else it is told so, and closed unheard. */
  private void let(
      Channel channel, Gateway gateway, Function<String, byte[]> sorry, Consumer<Channel> setUp) {
    Origin origin = Origin.of(channel);
    Optional<String> full = crowd.enter(origin);
    if (full.isPresent()) {
      gateway.turnedAway();
      channel
          .writeAndFlush(Unpooled.wrappedBuffer(sorry.apply(full.get())))
          .addListener(ChannelFutureListener.CLOSE);
    } else {
      channel.closeFuture().addListener(closed -> crowd.leave(origin));
      setUp.accept(channel);
    }
  }

  /** The system's words without Netty's, such as "Address already in use". */
  private static String reason(Throwable cause) {
    String words = String.valueOf(cause.getMessage());
    int colon = words.lastIndexOf(": ");
    return colon < 0 ? words : words.substring(colon + 2);
  }

  /** Lets nobody in any more. */
  public void stopAccepting() {
    listening.forEach(channel -> channel.close().awaitUninterruptibly());
    listening.clear();
  }

  /** Ends the event loops; connections that are still open are cut. */
  public void stop() {
    stopAccepting();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}

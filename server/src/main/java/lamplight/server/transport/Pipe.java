package lamplight.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import lamplight.engine.session.LinkKind;
import lamplight.engine.sync.TokenBucket;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;
import lamplight.server.runtime.Batch;
import lamplight.server.runtime.Connection;
import lamplight.server.runtime.Gateway;
import lamplight.server.runtime.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * One connection between a Netty channel and the gateway, the same for every transport; what
 * differs is its {@link Form}.
 *
 * <p>Batches from other threads wait in a queue, are written in the channel's event loop and
 * flushed together. While the client does not read, or its messages pile up, nothing is read from
 * it. A close first says and flushes what is queued, then ends our direction, and ends the other
 * one when the client does so or after a deadline.
 */
public final class Pipe extends ChannelInboundHandlerAdapter implements Outlet {
  /** How long a client may take to read the last words. */
  static final long FLUSH_MILLIS = 5_000;

  /** How long it may take to close its side once we have closed ours. */
  static final long LINGER_MILLIS = 1_000;

  /**
   * A client that reads nothing for so long while something waits for it is cut off, in the lobby
   * too.
   */
  static final long STALLED_MILLIS = 60_000;

  private static final int KIB = 1024;

  /** Milliseconds for each KiB that a client sends, and the KiB that it may send at once. */
  private static final long KIB_MILLIS = 4;

  private static final int KIBS_AT_ONCE = 512;

  /** What a connection speaks. All of it is called in the channel's event loop. */
  public interface Form {
    /** The client is there; it may be greeted. */
    void opened();

    /** Bytes came in; all of them are to be taken. */
    void read(ByteBuffer bytes);

    /** All that had come in is read. */
    void readComplete();

    /** The client says no more: what it has said is answered, then the connection ends. */
    void ended();

    /** The bytes of all batches that wait, in their order: they go out together. */
    ByteBuf form(List<Batch> batches);

    /** The bytes behind the last batch, before our direction ends. */
    ByteBuf last();

    /** The connection is gone: what it held is freed; nothing is called after this. */
    void closed();
  }

  private final Channel channel;
  private final Gateway gateway;
  private final Connection connection;
  private final Form form;
  private final Queue<Batch> batches = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean drainAsked = new AtomicBoolean();
  private final Runnable drain = this::drain;
  private volatile boolean closeAsked;
  private volatile boolean wanted = true;
  private boolean heldBack;
  private boolean slowed;

  /** Bytes that were read and are not paid for at the {@link #pace}. */
  private int heard;

  /** Nobody's before the first byte. */
  private @Nullable TokenBucket pace;

  /** The client has ended its direction: there is nothing to read any more. */
  private boolean readAll;

  private boolean closing;

  /** Ends of patience that are still to come once the connection closes. */
  private final List<Future<?>> due = new ArrayList<>();

  private long stalls;

  Pipe(Channel channel, Gateway gateway, LinkKind kind, Function<Pipe, Form> form) {
    this.channel = channel;
    this.gateway = gateway;
    this.connection = gateway.open(kind, this);
    this.form = form.apply(this);
    channel.closeFuture().addListener(closed -> ended());
  }

  private void ended() {
    closing = true;
    due.forEach(task -> task.cancel(false)); // else it would hold all of this until its time
    this.form.closed();
    gateway.lost(connection);
  }

  // ---- for the form, in the event loop ----

  /** Hands a client's message on. */
  public void received(ClientMessage message) {
    if (!closing) {
      gateway.receive(connection, message);
    }
  }

  /** Whoever is there has said a name. */
  public void introduced() {
    connection.introduce();
  }

  /** Answers a line that is no message, behind the answers to the lines before it. */
  public void refused(ServerMessage.Refused answer) {
    if (!closing) {
      gateway.refuse(connection, answer);
    }
  }

  /** Closes the connection behind the answers to what has come in. */
  public void finish() {
    gateway.finish(connection);
  }

  /** Writes bytes that answer the client's own, such as an echo. */
  public void write(ByteBuf bytes) {
    connection.sent(bytes.readableBytes());
    var unused = channel.writeAndFlush(bytes);
  }

  /** Whether the client is to wait with what it says. */
  public void holdBack(boolean on) {
    heldBack = on;
    read();
  }

  /** Where buffers come from. */
  public ByteBufAllocator allocator() {
    return channel.alloc();
  }

  /** Does something in the event loop when time has passed. */
  public Future<?> later(long millis, Runnable action) {
    return channel.eventLoop().schedule(action, millis, TimeUnit.MILLISECONDS);
  }

  // ---- from the channel ----

  @Override
  public void channelActive(ChannelHandlerContext context) {
    form.opened();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    gateway.heard(connection, bytes.readableBytes());
    heard += bytes.readableBytes();
    try {
      form.read(bytes.nioBuffer());
    } finally {
      bytes.release();
    }
    slowDown();
  }

  /** Whoever sends more than anybody types is read slowly: what is read costs time of all. */
  private void slowDown() {
    long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    if (pace == null) {
      pace = new TokenBucket(KIB_MILLIS, KIBS_AT_ONCE);
    }
    while (heard >= KIB && pace.take(now)) {
      heard -= KIB;
    }
    if (heard >= KIB && !slowed) {
      slowed = true;
      read();
      due.add(later(pace.nextAt() - now, this::readOn));
    }
  }

  private void readOn() {
    slowed = false;
    due.removeIf(Future::isDone);
    slowDown();
    read();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    form.readComplete();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      readAll = true;
      form.ended();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    boolean writable = channel.isWritable();
    read();
    gateway.writable(connection, writable);
    if (!writable) {
      long stall = ++stalls;
      var unused = later(STALLED_MILLIS, () -> cutIfStalledSince(stall));
    }
  }

  private void cutIfStalledSince(long stall) {
    if (stalls == stall && !channel.isWritable()) {
      cut();
    }
  }

  /** Something failed in this connection: it ends, the others do not notice. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof IOException)) {
      gateway.report("a connection failed and was closed", cause);
    }
    cut();
  }

  // ---- from the gateway, in any thread ----

  @Override
  public void deliver(Batch batch) {
    batches.add(batch);
    askForDrain();
  }

  @Override
  public void close() {
    closeAsked = true;
    askForDrain();
  }

  @Override
  public void cut() {
    var unused = channel.close();
  }

  @Override
  public Executor thread() {
    return channel.eventLoop();
  }

  @Override
  public void reading(boolean on) {
    wanted = on;
    if (channel.eventLoop().inEventLoop()) {
      read(); // at once: what is in the socket now would still be taken in
    } else {
      channel.eventLoop().execute(this::read);
    }
  }

  private void read() {
    if (!readAll) { // else epoll, which has let go of that direction, would fail
      channel
          .config()
          .setAutoRead(closing || (wanted && !heldBack && !slowed && channel.isWritable()));
    }
  }

  private void askForDrain() {
    if (drainAsked.compareAndSet(false, true)) {
      channel.eventLoop().execute(drain);
    }
  }

  private void drain() {
    drainAsked.set(false);
    boolean close =
        closeAsked; // looked at first: what was said before the close is then in the queue
    List<Batch> waiting = new ArrayList<>();
    for (Batch batch = batches.poll(); batch != null; batch = batches.poll()) {
      waiting.add(batch);
    }
    if (!waiting.isEmpty() && !closing) {
      ByteBuf bytes = form.form(waiting);
      connection.sent(bytes.readableBytes());
      var unused = channel.write(bytes);
    }
    channel.flush();
    if (close && !closing) {
      closing = true;
      finishWriting();
    }
  }

  private void finishWriting() {
    channel
        .writeAndFlush(form.last())
        .addListener(
            flushed -> {
              if (flushed.isSuccess() && channel instanceof DuplexChannel duplex && isBare()) {
                endOutput(duplex);
              } else {
                cut();
              }
            });
    cutAfter(FLUSH_MILLIS);
  }

  private void cutAfter(long millis) {
    due.add(later(millis, this::cut));
  }

  /** Whether nothing stands between us and the socket that has last words of its own. */
  private boolean isBare() {
    return channel.pipeline().first() == this;
  }

  /**
   * Ends our direction; the client's is read until its end, so that it is not answered with a
   * reset.
   */
  private void endOutput(DuplexChannel duplex) {
    var unused = duplex.shutdownOutput();
    cutAfter(LINGER_MILLIS);
    read();
  }
}

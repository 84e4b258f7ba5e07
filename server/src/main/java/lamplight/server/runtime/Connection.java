package lamplight.server.runtime;

import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lamplight.engine.model.Refusal;
import lamplight.engine.session.Link;
import lamplight.engine.sync.TokenBucket;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection as the gateway keeps it: its way back, its inbox, and who owns it now.
 */
public final class Connection {
  /** Messages that may wait; when there are so many, nothing is read from the client. */
  static final int INBOX_FULL = 256;

  /** Time of one message that was refused as broken or too fast. */
  private static final long WASTED_MILLIS = 100;

  /** Such messages at once; who wastes more floods the server. */
  static final int WASTED_BURST = 1_000;

  private static final Set<Refusal> WASTED =
      EnumSet.of(
          Refusal.RATE_LIMITED,
          Refusal.LINE_TOO_LONG,
          Refusal.BAD_ENCODING,
          Refusal.UNKNOWN_MESSAGE,
          Refusal.MALFORMED,
          Refusal.TOO_LARGE);

  /** Reading goes on when no more than this many wait. */
  static final int INBOX_LOW = 64;

  private final Outlet outlet;
  private final Queue<Incoming> inbox = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Traffic traffic = new Traffic();
  private final Traffic all;
  private final long openedAt;
  private volatile long heardAt;
  private volatile boolean heard;
  private volatile boolean introduced;
  private volatile boolean paused;
  private volatile boolean entering;

  /** What waits until its owner has let it in; in its owner's turns. */
  private @Nullable Runnable whenEntered;

  private volatile boolean closed;

  /** What is refused as wasted is counted here; nobody's before the first. */
  private @Nullable TokenBucket wasted;

  private boolean ended;
  private volatile Link link;
  private volatile Owner<?> owner;

  /**
   * @param all counts the traffic of all connections
   */
  Connection(Link link, Outlet outlet, Owner<?> owner, Traffic all, long now) {
    this.openedAt = now;
    this.heardAt = now;
    this.all = all;
    this.link = link;
    this.outlet = outlet;
    this.owner = owner;
  }

  Link link() {
    return link;
  }

  Owner<?> owner() {
    return owner;
  }

  /** The thread that brings the client's messages. */
  Executor thread() {
    return outlet.thread();
  }

  /** From now on {@code next} takes what comes; in a turn of the owner it has. */
  void owned(Link known, Owner<?> next) {
    link = known;
    owner = next;
  }

  /** The same, once it has been let in. */
  void enters(Link known, Owner<?> next) {
    entering = true;
    owned(known, next);
  }

  /** Its owner lets it in; in its turn. */
  void entered() {
    entering = false;
    Runnable next = whenEntered;
    whenEntered = null;
    if (next != null) {
      next.run();
    }
  }

  /** Whether its owner has still to let it in, before anything that comes. */
  boolean isEntering() {
    return entering;
  }

  /**
   * Does something when it is let in; in its owner's turn, while it {@link #isEntering}. It is the
   * connection's one turn in the queue, so nothing else waits here.
   */
  void whenEntered(Runnable next) {
    whenEntered = next;
  }

  /** What went over this connection. */
  Traffic traffic() {
    return traffic;
  }

  /** Bytes went into the socket; in any thread. */
  public void sent(int bytes) {
    count(Figure.BYTES_SENT, bytes);
  }

  /** Bytes came out of the socket; in any thread. */
  void received(int bytes, long now) {
    heardAt = now;
    heard = true;
    count(Figure.BYTES_RECEIVED, bytes);
  }

  /** A message came in; in any thread. */
  void received(ClientMessage message) {
    count(Figure.MESSAGES_RECEIVED, 1);
    if (message instanceof ClientMessage.Command) {
      count(Figure.COMMANDS, 1);
    }
  }

  /** Counts for the connection, for its owner and for the server. */
  private void count(Figure figure, int more) {
    traffic.add(figure, more);
    owner.traffic().add(figure, more);
    all.add(figure, more);
  }

  /** Whoever is there has said a name, or anything else that a server is asked; in any thread. */
  public void introduce() {
    introduced = true;
  }

  boolean isIntroduced() {
    return introduced;
  }

  /** When the client came. */
  long openedAt() {
    return openedAt;
  }

  /** When something came in last, or the client itself. */
  long heardAt() {
    return heardAt;
  }

  /** Whether anything ever came in. */
  boolean heard() {
    return heard;
  }

  /** Whether what a client is answered says that it floods the server; in its owner's turn. */
  boolean floods(List<ServerMessage> batch, long now) {
    boolean floods = false;
    for (ServerMessage message : batch) {
      if (message instanceof ServerMessage.Refused refused && WASTED.contains(refused.code())) {
        floods |= !wasted().take(now);
      }
    }
    return floods;
  }

  private TokenBucket wasted() {
    if (wasted == null) {
      wasted = new TokenBucket(WASTED_MILLIS, WASTED_BURST);
    }
    return wasted;
  }

  /** Gives the client what one moment had for it; nothing any more once it is closed. */
  void deliver(Batch batch) {
    if (!closed) {
      Traffic.sent(batch.messages(), traffic, owner.traffic(), all);
      outlet.deliver(batch);
    }
  }

  /** Closes it behind what was delivered: what the client still says is not answered. */
  void close() {
    closed = true;
    outlet.close();
  }

  /** Closes it at once. */
  void cut() {
    closed = true;
    outlet.cut();
  }

  /** Puts something in. Returns whether nothing else waits, so that a turn has to be asked for. */
  boolean put(Incoming item) {
    inbox.add(item);
    int wait = waiting.incrementAndGet();
    if (wait >= INBOX_FULL && !paused) {
      pause();
    }
    return wait == 1;
  }

  /** Reads no more, unless what waited was dealt with meanwhile: then nobody would go on. */
  private synchronized void pause() {
    paused = true; // before the look, as done counts before it looks here
    outlet.reading(false);
    goOn();
  }

  private synchronized void goOn() {
    if (paused && waiting.get() <= INBOX_LOW) {
      paused = false;
      outlet.reading(true);
    }
  }

  /** What came first; it counts as waiting until it is {@link #done}. */
  Incoming first() {
    Incoming item = inbox.poll();
    if (item == null) {
      throw new IllegalStateException("a turn without anything in the inbox of " + link);
    }
    return item;
  }

  /** The first is dealt with. Returns whether another waits, which is to have a turn too. */
  boolean done() {
    int left = waiting.decrementAndGet();
    if (left <= INBOX_LOW && paused) {
      goOn();
    }
    return left > 0;
  }

  /** The socket is closed. */
  synchronized void ended() {
    ended = true;
    notifyAll();
  }

  /** Waits until the socket is closed, or the time is over. */
  synchronized void awaitEnd(long nanos) {
    long until = System.nanoTime() + nanos;
    try {
      for (long left = nanos; !ended && left > 0; left = until - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return "Connection[" + link + "]";
  }
}

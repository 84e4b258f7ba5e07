package lamplight.server.transport.telnet;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lamplight.engine.wire.ClientMessage;
import lamplight.server.runtime.Batch;
import lamplight.server.transport.Pipe;
import org.jspecify.annotations.Nullable;

/**
 * A connection that speaks telnet: carries bytes between a {@link Pipe} and a {@link Visit}.
 *
 * <p>All clients that have said nothing were told the same. So such a client's visit is not kept,
 * which takes more memory than all else of its connection, but made anew when it says something.
 */
public final class TelnetForm implements Pipe.Form, Visit.Server {
  /** How long the first words wait for a client's answers. */
  static final long ANSWER_MILLIS = 400;

  /** One for all connections of an event loop. */
  private static final FastThreadLocal<Workshop> WORKSHOP =
      new FastThreadLocal<>() {
        @Override
        protected Workshop initialValue() {
          return new Workshop();
        }

        @Override
        protected void onRemoval(Workshop workshop) {
          workshop.compressor().close();
        }
      };

  private static final FastThreadLocal<Keepalive> KEEPALIVE =
      new FastThreadLocal<>() {
        @Override
        protected Keepalive initialValue() {
          return new Keepalive();
        }
      };

  /** What a client has been told that says nothing. */
  private enum Told {
    NOTHING,
    OFFERS,
    GREETING
  }

  private final Pipe pipe;
  private final ServerCard card;
  private @Nullable Visit visit;
  private Told told = Told.NOTHING;

  /** The client has said something, if only an answer of telnet's. */
  private boolean heard;

  private @Nullable Future<?> answersDue;
  private @Nullable Future<?> turnDue;
  private boolean secondOffersTimed;
  private long wroteNanos;

  public TelnetForm(Pipe pipe, ServerCard card) {
    this.pipe = pipe;
    this.card = card;
  }

  /** The visit, as far as it has come. */
  private Visit visit() {
    if (visit == null) {
      visit = new Visit(this, WORKSHOP.get(), card);
      if (told != Told.NOTHING) {
        visit.terminal().connected();
      }
      if (told == Told.GREETING) {
        visit.terminal().start();
      }
      var unused = visit.terminal().drain(); // is said
    }
    return visit;
  }

  /** Writes what the visit has to say, and lets go of it while it can be made anew. */
  private void tell(Told now) {
    write();
    told = now;
    if (!heard) {
      visit = null;
    }
  }

  private Terminal terminal() {
    return visit().terminal();
  }

  @Override
  public void opened() {
    terminal().connected();
    tell(Told.OFFERS);
    awaitAnswers();
  }

  @Override
  public void read(ByteBuffer bytes) {
    heard = true;
    Terminal terminal = terminal();
    while (bytes.hasRemaining()) {
      terminal.receive(bytes.get());
    }
  }

  @Override
  public void readComplete() {
    if (!heard) {
      return;
    }
    Terminal terminal = terminal();
    terminal.received();
    visit().received();
    if (terminal.speaksTelnet() && !secondOffersTimed) {
      secondOffersTimed = true;
      awaitAnswers();
      KEEPALIVE.get().add(this);
    }
    write();
  }

  private void awaitAnswers() {
    cancel(answersDue);
    answersDue =
        pipe.later(
            ANSWER_MILLIS,
            () -> {
              answersDue = null;
              terminal().start();
              tell(Told.GREETING);
            });
  }

  /** Sends something that no client shows if nothing else was sent for so long. */
  void keepAlive(long millis) {
    if (System.nanoTime() - wroteNanos >= TimeUnit.MILLISECONDS.toNanos(millis)) {
      terminal().keepAlive();
      write();
    }
  }

  /** Does something in the event loop when time has passed, whatever becomes of the connection. */
  void later(long millis, Runnable action) {
    var unused = pipe.later(millis, action);
  }

  @Override
  public void ended() {
    terminal().start(); // what was said early is still answered
    visit().ended();
    write();
  }

  @Override
  public ByteBuf form(List<Batch> batches) {
    for (Batch batch : batches) {
      visit().show(batch.messages(), batch.answers());
    }
    return drained();
  }

  @Override
  public ByteBuf last() {
    return Unpooled.wrappedBuffer(terminal().close());
  }

  @Override
  public void closed() {
    cancel(answersDue);
    KEEPALIVE.get().remove(this);
    cancel(turnDue);
  }

  private static void cancel(@Nullable Future<?> due) {
    if (due != null) {
      due.cancel(false);
    }
  }

  @Override
  public void send(ClientMessage message) {
    pipe.received(message);
  }

  @Override
  public void named() {
    pipe.introduced();
  }

  @Override
  public void hangUp() {
    write();
    pipe.close();
  }

  @Override
  public void reading(boolean on) {
    pipe.holdBack(!on);
  }

  @Override
  public void wakeAt(long millis) {
    cancel(turnDue);
    turnDue =
        pipe.later(
            Math.max(0, millis - now()),
            () -> {
              visit().goOn();
              write();
            });
  }

  @Override
  public long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  private void write() {
    ByteBuf bytes = drained();
    if (bytes.isReadable()) {
      pipe.write(bytes);
    }
  }

  private ByteBuf drained() {
    byte[] bytes = terminal().drain();
    if (bytes.length > 0) {
      wroteNanos = System.nanoTime();
    }
    return Unpooled.wrappedBuffer(bytes);
  }
}

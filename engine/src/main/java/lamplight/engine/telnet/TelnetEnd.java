package lamplight.engine.telnet;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import lamplight.engine.telnet.OptionTable.Offer;
import lamplight.engine.telnet.OptionTable.Row;
import org.jspecify.annotations.Nullable;

/**
 * One end of a telnet connection, a server's or a client's: takes the bytes that come, gives the
 * bytes to send, and keeps what was agreed. What each option means is in the table.
 *
 * @param <T> what the table's handlers work on
 */
public final class TelnetEnd<T> {
  /** Takes what is neither negotiation nor subnegotiation, in its order. */
  public interface Listener {
    void data(byte octet);

    /** A two-byte command such as AYT; unknown ones as well. It may stand inside of a line. */
    void command(int code);

    /** The other end sends what no program sends: it should be cut off. */
    void flood();
  }

  private final OptionTable<T> table;
  private final T owner;
  private final Listener listener;
  private final Negotiation negotiation;
  private final TelnetParser parser = new TelnetParser(new Input());

  /** Bytes that most of what is written takes. */
  private static final int ROOM = 256;

  /** What is to be sent, as it is before compression; nothing is kept for an end that is silent. */
  private @Nullable ByteArrayOutputStream out;

  /** What is to be sent before that, as it goes over the wire. */
  private final ByteArrayOutputStream wire = new ByteArrayOutputStream(0);

  private Optional<Compressor.Stream> stream = Optional.empty();
  private boolean heard;

  /** An end that has sent nothing yet. */
  public TelnetEnd(OptionTable<T> table, T owner, Listener listener) {
    this.table = table;
    this.owner = owner;
    this.listener = listener;
    this.negotiation = new Negotiation(table, new Agreements());
  }

  // ---- the connection's side ----

  /** To be called once, before anything is received: makes the first offers. */
  public void connected() {
    offer(Offer.FIRST);
  }

  public void receive(byte octet) {
    parser.accept(octet);
  }

  /** The bytes to send, in their order; each is given once. */
  public byte[] drain() {
    if (stream.isEmpty() && wire.size() == 0) {
      return plain();
    }
    settle();
    return drain(wire);
  }

  // ---- what was agreed ----

  /** Whether any telnet command has come, so that all offers went out. */
  public boolean heard() {
    return heard;
  }

  /** Whether a request of ours for this option still waits for its first answer. */
  public boolean open(TelnetOption option) {
    return negotiation.open(option, Side.US) || negotiation.open(option, Side.THEM);
  }

  public boolean on(TelnetOption option, Side side) {
    return negotiation.on(option, side);
  }

  /**
   * Asks for an option to be on, or withdraws it; does nothing if that is already so or already
   * asked for.
   */
  public void ask(TelnetOption option, Side side, boolean on) {
    negotiation.ask(option, side, on);
  }

  // ---- bytes to send ----

  /** Data; a byte 255 in it is doubled. */
  public void write(byte[] data) {
    int from = 0;
    for (int at = 0; at < data.length; at++) {
      if ((data[at] & 0xFF) == Telnet.IAC) {
        out().write(data, from, at + 1 - from);
        from = at; // it is said twice
      }
    }
    out().write(data, from, data.length - from);
  }

  /** A two-byte command, such as {@link Telnet#EOR}. */
  public void command(int code) {
    out().write(Telnet.IAC);
    out().write(code);
  }

  /** A subnegotiation; a byte 255 in its body is doubled. */
  public void send(TelnetOption option, byte[] body) {
    command(Telnet.SB);
    out().write(option.code());
    write(body);
    command(Telnet.SE);
  }

  /**
   * Compresses what is sent from now on, and says so; to be called when {@link TelnetOption#MCCP2}
   * was agreed on.
   */
  public void compress(Compressor compressor) {
    send(TelnetOption.MCCP2, new byte[0]);
    settle();
    stream = Optional.of(compressor.stream());
  }

  /** Ends the compression, if there is any: what is sent from now on is plain. */
  public void endCompression() {
    settle();
    stream.ifPresent(ending -> wire.writeBytes(ending.finish()));
    stream = Optional.empty();
  }

  /** Gives all that is to be sent its form on the wire. */
  private void settle() {
    byte[] plain = plain();
    wire.writeBytes(stream.map(compressed -> compressed.compress(plain)).orElse(plain));
  }

  private byte[] plain() {
    byte[] plain = out == null ? new byte[0] : out.toByteArray();
    out = null;
    return plain;
  }

  private ByteArrayOutputStream out() {
    if (out == null) {
      out = new ByteArrayOutputStream(ROOM);
    }
    return out;
  }

  private static byte[] drain(ByteArrayOutputStream from) {
    byte[] bytes = from.toByteArray();
    from.reset();
    return bytes;
  }

  private void offer(Offer when) {
    for (Row<T> row : table.rows()) {
      if (row.offer() == when) {
        negotiation.ask(row.option(), row.offeredSide(), true);
      }
    }
  }

  private void heardTelnet() {
    if (!heard) {
      heard = true;
      offer(Offer.SECOND);
    }
  }

  private final class Input implements TelnetParser.Sink {
    @Override
    public void data(byte octet) {
      listener.data(octet);
    }

    @Override
    public void command(int code) {
      heardTelnet();
      listener.command(code);
    }

    @Override
    public void negotiate(int verb, int option) {
      heardTelnet();
      negotiation.receive(verb, option);
    }

    @Override
    public void subnegotiation(int option, byte[] body) {
      heardTelnet();
      table.row(option).ifPresent(row -> row.handler().body().told(owner, body));
    }

    @Override
    public void flood() {
      listener.flood();
    }
  }

  private final class Agreements implements Negotiation.Listener {
    @Override
    public void send(int verb, int option) {
      command(verb);
      out().write(option);
    }

    @Override
    public void agreed(TelnetOption option, Side side, boolean on) {
      table.row(option.code()).ifPresent(row -> row.handler().change().agreed(owner, side, on));
    }
  }
}

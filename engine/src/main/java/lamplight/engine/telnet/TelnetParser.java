package lamplight.engine.telnet;

import java.io.ByteArrayOutputStream;

/**
 * The byte state machine of RFC 854: data, {@code IAC} commands, negotiations and subnegotiations.
 * It takes one byte at a time, so it cannot care where a segment was cut.
 *
 * <p>Two faults of real clients are repaired: a subnegotiation whose {@code SE} got lost ends at
 * the next {@code IAC} command, and one that is too long is skipped without being kept.
 */
public final class TelnetParser {
  /** What a subnegotiation may hold; a longer one is skipped. */
  public static final int MAX_SUBNEGOTIATION = 16 * 1024;

  /** A peer that sends this much in one subnegotiation is not a client: {@link Sink#flood}. */
  public static final int MAX_SKIPPED = 100 * 1024;

  /** What the bytes mean, in their order. */
  public interface Sink {
    void data(byte octet);

    /** A two-byte command such as AYT; unknown ones as well. It may stand inside of a line. */
    void command(int code);

    /** {@code verb} is WILL, WONT, DO or DONT. */
    void negotiate(int verb, int option);

    void subnegotiation(int option, byte[] body);

    /** A subnegotiation without an end. */
    void flood();
  }

  private enum State {
    DATA,
    IAC,
    VERB,
    SB_OPTION,
    SB_BODY,
    SB_IAC
  }

  private final Sink sink;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
  private State state = State.DATA;
  private int verb;
  private int option;
  private int bodyLength;

  public TelnetParser(Sink sink) {
    this.sink = sink;
  }

  public void accept(byte octet) {
    int value = octet & 0xFF;
    switch (state) {
      case DATA -> {
        if (value == Telnet.IAC) {
          state = State.IAC;
        } else {
          sink.data(octet);
        }
      }
      case IAC -> command(octet);
      case VERB -> {
        state = State.DATA;
        sink.negotiate(verb, value);
      }
      case SB_OPTION -> {
        option = value;
        body.reset();
        bodyLength = 0;
        state = State.SB_BODY;
      }
      case SB_BODY -> {
        if (value == Telnet.IAC) {
          state = State.SB_IAC;
        } else {
          keep(octet);
        }
      }
      case SB_IAC -> {
        if (value == Telnet.IAC) {
          state = State.SB_BODY;
          keep(octet);
        } else {
          endOfBody();
          if (value != Telnet.SE) {
            command(octet); // its SE got lost
          }
        }
      }
    }
  }

  private void command(byte octet) {
    int value = octet & 0xFF;
    state = State.DATA;
    switch (value) {
      case Telnet.IAC -> sink.data(octet);
      case Telnet.WILL, Telnet.WONT, Telnet.DO, Telnet.DONT -> {
        verb = value;
        state = State.VERB;
      }
      case Telnet.SB -> state = State.SB_OPTION;
      default -> sink.command(value);
    }
  }

  private void keep(byte octet) {
    bodyLength++;
    if (bodyLength <= MAX_SUBNEGOTIATION) {
      body.write(octet);
    } else if (bodyLength == MAX_SKIPPED) {
      sink.flood();
    }
  }

  private void endOfBody() {
    state = State.DATA;
    if (bodyLength <= MAX_SUBNEGOTIATION) {
      sink.subnegotiation(option, body.toByteArray());
    }
  }
}

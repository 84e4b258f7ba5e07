package lamplight.server.transport.telnet;

import java.util.Arrays;
import java.util.Optional;
import lamplight.server.transport.telnet.Negotiation.Side;

/**
 * Every telnet option that we know: its number, what either side may do with it, what we offer at
 * the start, and who handles it. Whatever is not in this table is refused once.
 */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold no state
enum TelnetOption {
  /** RFC 856. Linux telnet eats bytes of UTF-8 characters without it. */
  BINARY(0, Use.AGREED, Use.AGREED, Offer.NONE, Handler.none()),
  /** RFC 857. Only we decide about it: for passwords, and where a client sends each key. */
  ECHO(1, Use.OURS, Use.NEVER, Offer.NONE, Handler.none()),
  /** RFC 858. Never offered: it alone puts Linux telnet into character mode. */
  SGA(3, Use.AGREED, Use.AGREED, Offer.NONE, Handler.changes(Terminal::goAheadSuppressed)),
  /** RFC 860. A client that gets no answer shows nothing any more, so each one is answered. */
  TIMING_MARK(6, Use.EVERY_TIME, Use.NEVER, Offer.NONE, Handler.none()),
  /** RFC 1091 and MTTS. First, because its answer tells a telnet client from a bare socket. */
  TTYPE(
      24, Use.NEVER, Use.OURS, Offer.FIRST, new Handler(Terminal::typeAgreed, Terminal::typeTold)),
  /** RFC 885. The mark behind each prompt. */
  EOR(25, Use.OURS, Use.NEVER, Offer.SECOND, Handler.none()),
  /** RFC 1073. */
  NAWS(31, Use.NEVER, Use.AGREED, Offer.SECOND, Handler.bodies(Terminal::sizeTold)),
  /** RFC 2066. */
  CHARSET(
      42,
      Use.AGREED,
      Use.AGREED,
      Offer.SECOND,
      new Handler(Terminal::charsetAgreed, Terminal::charsetTold));

  /** Who may start an option on one side of the connection. */
  enum Use {
    NEVER,
    /** Only when we asked for it. */
    OURS,
    /** Also when the client asks for it. */
    AGREED,
    /** A question without state: every one is answered. */
    EVERY_TIME
  }

  /** When we ask for an option by ourselves. */
  enum Offer {
    NONE,
    /** At once. Netcat shows these bytes, so they are few. */
    FIRST,
    /** When the client has shown that it speaks telnet. */
    SECOND
  }

  /** What an option does to a {@link Terminal}. */
  record Handler(Change change, Body body) {
    interface Change {
      void agreed(Terminal terminal, Side side, boolean on);
    }

    interface Body {
      void told(Terminal terminal, byte[] body);
    }

    static Handler none() {
      return changes((terminal, side, on) -> {});
    }

    static Handler changes(Change change) {
      return new Handler(change, (terminal, body) -> {});
    }

    static Handler bodies(Body body) {
      return new Handler((terminal, side, on) -> {}, body);
    }
  }

  private final int code;
  private final Use us;
  private final Use them;
  private final Offer offer;
  private final Handler handler;

  TelnetOption(int code, Use us, Use them, Offer offer, Handler handler) {
    this.code = code;
    this.us = us;
    this.them = them;
    this.offer = offer;
    this.handler = handler;
  }

  int code() {
    return code;
  }

  Use use(Side side) {
    return switch (side) {
      case US -> us;
      case THEM -> them;
    };
  }

  /** The side on which we offer it: ours if we may do it at all. */
  Side offeredSide() {
    return us == Use.NEVER ? Side.THEM : Side.US;
  }

  Offer offer() {
    return offer;
  }

  Handler handler() {
    return handler;
  }

  static Optional<TelnetOption> of(int code) {
    return Arrays.stream(values()).filter(option -> option.code == code).findFirst();
  }
}

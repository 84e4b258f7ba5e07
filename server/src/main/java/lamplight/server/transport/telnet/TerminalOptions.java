package lamplight.server.transport.telnet;

import static lamplight.engine.telnet.OptionTable.Offer.FIRST;
import static lamplight.engine.telnet.OptionTable.Offer.NONE;
import static lamplight.engine.telnet.OptionTable.Offer.SECOND;
import static lamplight.engine.telnet.OptionTable.Use.AGREED;
import static lamplight.engine.telnet.OptionTable.Use.EVERY_TIME;
import static lamplight.engine.telnet.OptionTable.Use.NEVER;
import static lamplight.engine.telnet.OptionTable.Use.OURS;

import java.util.List;
import lamplight.engine.telnet.OptionTable;
import lamplight.engine.telnet.OptionTable.Handler;
import lamplight.engine.telnet.OptionTable.Offer;
import lamplight.engine.telnet.OptionTable.Row;
import lamplight.engine.telnet.OptionTable.Use;
import lamplight.engine.telnet.TelnetOption;

/** Every telnet option that a {@link Terminal} does something with. */
final class TerminalOptions {
  static final OptionTable<Terminal> TABLE =
      new OptionTable<>(
          List.of(
              // Linux telnet eats bytes of UTF-8 characters without it.
              row(TelnetOption.BINARY, AGREED, AGREED, NONE, Handler.none()),
              // Only we decide about it: for passwords, and where a client sends each key.
              row(TelnetOption.ECHO, OURS, NEVER, NONE, Handler.none()),
              // Never offered: it alone puts Linux telnet into character mode.
              row(
                  TelnetOption.SGA,
                  AGREED,
                  AGREED,
                  NONE,
                  Handler.changes(Terminal::goAheadSuppressed)),
              // A client that gets no answer shows nothing any more, so each one is answered.
              row(TelnetOption.TIMING_MARK, EVERY_TIME, NEVER, NONE, Handler.none()),
              // First, because its answer tells a telnet client from a bare socket.
              row(
                  TelnetOption.TTYPE,
                  NEVER,
                  OURS,
                  FIRST,
                  learns(new Handler<>(Negotiation::typeAgreed, Negotiation::typeTold))),
              row(TelnetOption.EOR, OURS, NEVER, SECOND, Handler.none()),
              row(
                  TelnetOption.NAWS,
                  NEVER,
                  AGREED,
                  SECOND,
                  learns(Handler.bodies(Negotiation::sizeTold))),
              row(
                  TelnetOption.CHARSET,
                  AGREED,
                  AGREED,
                  SECOND,
                  learns(new Handler<>(Negotiation::charsetAgreed, Negotiation::charsetTold))),
              // Asked for when the client's names say that it may have something to tell.
              row(
                  TelnetOption.NEW_ENVIRON,
                  NEVER,
                  OURS,
                  NONE,
                  learns(
                      new Handler<>(Negotiation::environmentAgreed, Negotiation::environmentTold))),
              row(
                  TelnetOption.MCCP2,
                  OURS,
                  NEVER,
                  SECOND,
                  learns(Handler.changes(Negotiation::compressionAgreed))),
              // Lists of MUDs wait for this offer, and some say nothing before it.
              row(TelnetOption.MSSP, OURS, NEVER, FIRST, theirs(TelnetOption.MSSP)),
              row(TelnetOption.GMCP, OURS, NEVER, SECOND, theirs(TelnetOption.GMCP))));

  private TerminalOptions() {}

  /** An option about the game, which a terminal only carries. */
  private static Handler<Terminal> theirs(TelnetOption option) {
    return new Handler<>(
        (terminal, side, on) -> terminal.player().agreed(option, on),
        (terminal, body) -> terminal.player().told(option, body));
  }

  /** An option about the connection or the client. */
  private static Handler<Terminal> learns(Handler<Negotiation> handler) {
    return new Handler<>(
        (terminal, side, on) -> handler.change().agreed(terminal.negotiation(), side, on),
        (terminal, body) -> handler.body().told(terminal.negotiation(), body));
  }

  private static Row<Terminal> row(
      TelnetOption option, Use us, Use them, Offer offer, Handler<Terminal> handler) {
    return new Row<>(option, us, them, offer, handler);
  }
}

package lamplight.tui.mud;

import static lamplight.engine.telnet.TelnetOption.BINARY;
import static lamplight.engine.telnet.TelnetOption.CHARSET;
import static lamplight.engine.telnet.TelnetOption.ECHO;
import static lamplight.engine.telnet.TelnetOption.EOR;
import static lamplight.engine.telnet.TelnetOption.GMCP;
import static lamplight.engine.telnet.TelnetOption.MCCP2;
import static lamplight.engine.telnet.TelnetOption.NAWS;
import static lamplight.engine.telnet.TelnetOption.NEW_ENVIRON;
import static lamplight.engine.telnet.TelnetOption.SGA;
import static lamplight.engine.telnet.TelnetOption.TIMING_MARK;
import static lamplight.engine.telnet.TelnetOption.TTYPE;

import java.util.List;
import lamplight.engine.telnet.OptionTable;
import lamplight.engine.telnet.OptionTable.Handler;
import lamplight.engine.telnet.OptionTable.Offer;
import lamplight.engine.telnet.OptionTable.Row;
import lamplight.engine.telnet.OptionTable.Use;
import lamplight.engine.telnet.TelnetOption;

/**
 * What this client does with telnet options. It offers nothing: raw ports must not be disturbed.
 */
final class MudOptions {
  static final OptionTable<MudEnd> TABLE =
      new OptionTable<>(
          List.of(
              row(BINARY, Use.AGREED, Use.AGREED, Handler.none()),
              row(ECHO, Use.NEVER, Use.AGREED, Handler.changes(MudEnd::echoAgreed)),
              row(SGA, Use.NEVER, Use.AGREED, Handler.none()),
              row(TIMING_MARK, Use.EVERY_TIME, Use.NEVER, Handler.none()),
              row(TTYPE, Use.AGREED, Use.NEVER, Handler.bodies(MudEnd::typeTold)),
              row(EOR, Use.NEVER, Use.AGREED, Handler.none()),
              row(NAWS, Use.AGREED, Use.NEVER, Handler.changes(MudEnd::sizeAgreed)),
              row(NEW_ENVIRON, Use.AGREED, Use.NEVER, Handler.bodies(MudEnd::environmentTold)),
              row(CHARSET, Use.AGREED, Use.AGREED, Handler.bodies(MudEnd::charsetTold)),
              row(MCCP2, Use.NEVER, Use.AGREED, Handler.bodies(MudEnd::compressionTold)),
              row(
                  GMCP,
                  Use.NEVER,
                  Use.AGREED,
                  new Handler<>(MudEnd::gmcpAgreed, MudEnd::gmcpTold))));

  private MudOptions() {}

  private static Row<MudEnd> row(TelnetOption option, Use us, Use them, Handler<MudEnd> handler) {
    return new Row<>(option, us, them, Offer.NONE, handler);
  }
}

package lamplight.server.transport.telnet;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.telnet.TelnetOption;

/** A terminal whose client is a script and whose player only keeps what is typed. */
final class RecordedTerminal implements Terminal.Player {
  /** What every client is offered first. */
  static final String OFFERS = "IAC DO TTYPE IAC WILL MSSP";

  /** What a client that has shown to speak telnet is offered besides. */
  static final String MORE_OFFERS =
      "IAC WILL EOR IAC DO NAWS IAC WILL CHARSET IAC WILL MCCP2 IAC WILL GMCP";

  private static final String REFUSES_ALL =
      "IAC WONT TTYPE IAC DONT EOR IAC WONT NAWS IAC DONT CHARSET IAC DONT MCCP2";
  private static final Workshop WORKSHOP = new Workshop();

  final Terminal terminal = new Terminal(this, WORKSHOP);
  final List<String> lines = new ArrayList<>();
  boolean ready;
  boolean flooded;

  RecordedTerminal() {
    terminal.connected();
  }

  /** One that has refused the offers, told {@code more} and started. */
  static RecordedTerminal of(String more) {
    RecordedTerminal recorded = new RecordedTerminal();
    recorded.receive((REFUSES_ALL + " " + more).strip());
    recorded.terminal.start();
    recorded.heard();
    return recorded;
  }

  void receive(String script) {
    receive(Script.bytes(script));
  }

  void receive(byte[] bytes) {
    for (byte octet : bytes) {
      terminal.receive(octet);
    }
    terminal.received();
  }

  /** What was sent since the last call. */
  String heard() {
    return Script.words(terminal.drain());
  }

  @Override
  public void ready() {
    ready = true;
  }

  @Override
  public void typed(String line) {
    lines.add(line);
  }

  @Override
  public void typedTooMuch() {
    lines.add("(too long)");
  }

  @Override
  public void agreed(TelnetOption option, boolean on) {}

  @Override
  public void told(TelnetOption option, byte[] body) {}

  @Override
  public void flood() {
    flooded = true;
  }
}

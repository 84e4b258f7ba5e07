package lamplight.tui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import lamplight.tui.link.HostAndPort;
import lamplight.tui.link.Seats;
import lamplight.tui.link.SocketWire;
import lamplight.tui.link.Tls;
import lamplight.tui.mud.Abilities;
import lamplight.tui.mud.Address;
import lamplight.tui.mud.Macros;
import lamplight.tui.mud.MudLink;
import lamplight.tui.state.Memory;
import lamplight.tui.state.Message;
import lamplight.tui.text.Words;

/**
 * The real machine for play on somebody else's server.
 *
 * @param known the file of servers whose certificates were taken on trust
 */
record MudMachine(
    Address address, Path known, Words words, Abilities abilities, Macros macros, Machine machine)
    implements Machine {

  @Override
  public Server server(Optional<HostAndPort> unused) {
    String host = address.place().host();
    int port = address.place().port();
    SocketWire wire =
        address.secret()
            ? new SocketWire(host, port, new Tls(known, host, port, words), words)
            : new SocketWire(host, port, words);
    return new Server(
        wire, new MudLink(address.place().toString(), words, abilities, macros), Seats.NONE);
  }

  @Override
  public Memory memory() {
    return machine.memory();
  }

  @Override
  public void remember(Memory memory) {
    machine.remember(memory);
  }

  @Override
  public void host(boolean everybody, Consumer<Message> told) {
    machine.host(everybody, told);
  }
}

package lamplight.tui;

import java.util.Optional;
import java.util.function.Consumer;
import lamplight.tui.link.HostAndPort;
import lamplight.tui.state.Memory;
import lamplight.tui.state.Message;

/** What a game needs of the machine that it is played on. */
interface Machine {
  /** The server at a place, or the house inside this process. */
  Server server(Optional<HostAndPort> place);

  /** What was remembered by the last run. */
  Memory memory();

  void remember(Memory memory);

  /** Starts a server; what comes of it is told later, from another thread. */
  void host(boolean everybody, Consumer<Message> told);
}

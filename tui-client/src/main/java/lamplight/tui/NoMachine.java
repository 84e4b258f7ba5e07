package lamplight.tui;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import lamplight.tui.link.HostAndPort;
import lamplight.tui.link.Link;
import lamplight.tui.link.Seats;
import lamplight.tui.link.Wire;
import lamplight.tui.state.Memory;
import lamplight.tui.state.Message;
import lamplight.tui.text.Words;

/** What a recording needs of the machine: nothing. */
final class NoMachine implements Machine {
  @Override
  public Server server(Optional<HostAndPort> place) {
    return new Server(
        Wire.NONE, new Link(RandomGenerator.getDefault(), 0, Set.of(), Words.ENGLISH), Seats.NONE);
  }

  @Override
  public Memory memory() {
    return Memory.NONE;
  }

  @Override
  public void remember(Memory memory) {
    // There is nothing to keep.
  }

  @Override
  public void host(boolean everybody, Consumer<Message> told) {
    // Nobody is let in.
  }
}

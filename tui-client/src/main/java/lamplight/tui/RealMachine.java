package lamplight.tui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import lamplight.engine.wire.Capability;
import lamplight.tui.host.LocalHost;
import lamplight.tui.host.ServerProcess;
import lamplight.tui.host.SoloFolder;
import lamplight.tui.link.HostAndPort;
import lamplight.tui.link.Link;
import lamplight.tui.link.SeatFolder;
import lamplight.tui.link.Seats;
import lamplight.tui.link.SocketWire;
import lamplight.tui.settings.MemoryFile;
import lamplight.tui.state.Hosting;
import lamplight.tui.state.Memory;
import lamplight.tui.state.Message;
import lamplight.tui.text.Words;
import org.jspecify.annotations.Nullable;

/** The real machine: sockets, files in the player's folder, a server as a process of its own. */
final class RealMachine implements Machine, AutoCloseable {
  private final Supplier<LocalHost> house;
  private final SoloFolder solo;
  private final Path seats;
  private final Set<Capability> wishes;
  private final Words words;
  private final ServerProcess server;
  private final MemoryFile memory;
  private @Nullable LocalHost here;

  /**
   * @param house makes the house in which one plays without a server
   * @param solo where its games are kept
   * @param state the folder for seats on servers and for what is remembered
   * @param wishes what servers are asked for besides what every client of ours needs
   * @param words what the links say
   */
  RealMachine(
      Supplier<LocalHost> house,
      SoloFolder solo,
      Path state,
      Set<Capability> wishes,
      Words words,
      ServerProcess server) {
    this.house = house;
    this.solo = solo;
    this.seats = state.resolve("seats");
    this.wishes = wishes;
    this.words = words;
    this.server = server;
    this.memory = new MemoryFile(state.resolve("client"));
  }

  @Override
  public Server server(Optional<HostAndPort> place) {
    return place.map(this::away).orElseGet(this::home);
  }

  private Server away(HostAndPort place) {
    return new Server(
        new SocketWire(place.host(), place.port(), words),
        link(wishes),
        new SeatFolder(seats, place.toString()));
  }

  /** There is one house, so that its games last as long as the program. */
  private Server home() {
    LocalHost only = here == null ? house.get() : here;
    here = only;
    return new Server(only, link(Set.of()), Seats.NONE);
  }

  private Link link(Set<Capability> more) {
    return new Link(RandomGenerator.getDefault(), System.currentTimeMillis(), more, words);
  }

  @Override
  public Memory memory() {
    long now = System.currentTimeMillis();
    return memory
        .read()
        .with(
            solo.games().stream()
                .map(
                    kept ->
                        new Memory.Solo(
                            kept.session(),
                            kept.world(),
                            kept.words(),
                            kept.name(),
                            Math.max(0, now - kept.at())))
                .toList());
  }

  @Override
  public void remember(Memory newest) {
    memory.write(newest);
  }

  @Override
  public void host(boolean everybody, Consumer<Message> told) {
    Thread thread = new Thread(() -> told.accept(hosted(everybody, told)), "lamplight-hosting");
    thread.setDaemon(true);
    thread.start();
  }

  private Message.Hosted hosted(boolean everybody, Consumer<Message> told) {
    try {
      ServerProcess.Ports ports =
          server.start(everybody, () -> told.accept(new Message.Building()));
      Hosting hosting = new Hosting(everybody, ports.address(), ports.telnet(), ports.sync());
      return new Message.Hosted(Optional.of(hosting), "");
    } catch (IOException e) {
      return new Message.Hosted(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}

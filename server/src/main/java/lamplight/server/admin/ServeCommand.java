package lamplight.server.admin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import lamplight.server.runtime.Clock;
import lamplight.server.runtime.Gateway;
import lamplight.server.runtime.RefusedException;
import lamplight.server.runtime.Shelf;
import lamplight.server.runtime.Workers;
import lamplight.server.store.JdbcStore;
import lamplight.server.store.Store;
import lamplight.server.store.StoreException;
import lamplight.server.transport.Listeners;
import lamplight.server.transport.door.Tls;
import lamplight.server.transport.web.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: a server, from the ready line to the signal that ends it. */
@Command(
    name = "serve",
    description = "Lets players in, by telnet and by the sync protocol, until it is told to stop.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped by SIGTERM or Ctrl-C",
      "1:refused, with the reason",
      "2:not understood",
      "75:stopped by \"admin restart\", to be started again"
    },
    footer = {
      "",
      "When it accepts players it prints one line on standard output:",
      "  ready telnet=PORT sync=PORT [web=PORT] [tls=PORT]",
      "",
      "Examples:",
      "  lamplight serve",
      "  lamplight serve --bind 0.0.0.0 --telnet-port 23",
      "  lamplight serve --bind :: --tls-port 4443 --tls-cert chain.pem --tls-key key.pem",
      "  lamplight serve --author --worlds my-worlds",
      "  lamplight serve --telnet-port 0 --sync-port 0 --data /tmp/try --worlds my-worlds"
    })
final class ServeCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on (${DEFAULT-VALUE}: this machine only; 0.0.0.0: everybody; ::: everybody, by IPv6 too).")
  private String bind = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for what the server keeps (usually ~/.local/share/lamplight).")
  private Path data = DataFolder.usual();

  @Option(
      names = "--worlds",
      paramLabel = "DIR",
      description =
          "A folder with world folders, or one world; may be given again (usually the worlds that come with Lamplight).")
  private List<Path> worlds = List.of();

  @Option(
      names = "--author",
      description =
          "Hosts of games can trace and change them (#help), and all players are told of edits: for writing worlds.")
  private boolean author;

  @Option(
      names = "--store",
      paramLabel = "ADDRESS",
      description =
          "Where games are kept, such as jdbc:postgresql://HOST/DATABASE?user=… (usually a file in the data folder).")
  private Optional<String> store = Optional.empty();

  @Option(
      names = "--keep-transcripts",
      description = "Keeps all that was ever said in a game, and not only what it takes to go on.")
  private boolean keepTranscripts;

  @Option(
      names = "--mssp",
      paramLabel = "NAME=VALUE",
      description =
          "Tells lists of MUDs this about the server, such as HOSTNAME=play.example.org; may be given again.")
  private Map<String, String> mssp = Map.of();

  /** What the process ends with. */
  private final AtomicInteger exit = new AtomicInteger(Answer.DONE);

  @Mixin private DoorOptions doors = new DoorOptions();

  private int telnetPort;
  private int syncPort;
  private OptionalInt webPort = OptionalInt.empty();

  @Option(
      names = "--telnet-port",
      paramLabel = "PORT",
      defaultValue = "4000",
      description = "For telnet and MUD clients (${DEFAULT-VALUE}; 0: any free one).")
  void telnetPort(int port) {
    telnetPort = checked("--telnet-port", port);
  }

  @Option(
      names = "--sync-port",
      paramLabel = "PORT",
      defaultValue = "4001",
      description = "For Lamplight's own client and programs (${DEFAULT-VALUE}; 0: any free one).")
  void syncPort(int port) {
    syncPort = checked("--sync-port", port);
  }

  @Option(
      names = "--web-port",
      paramLabel = "PORT",
      description =
          "For browsers, with /health and /metrics for monitors (usually none; 0: any free one).")
  void webPort(int port) {
    webPort = OptionalInt.of(checked("--web-port", port));
  }

  private int checked(String option, int port) {
    return checked(spec, option, port);
  }

  /**
   * A port's number as it was given.
   *
   * @throws ParameterException if it is none
   */
  static int checked(CommandSpec spec, String option, int port) {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(),
          option + " is " + port + "; a port is a number from 0 to " + LAST_PORT);
    }
    return port;
  }

  @Override
  public Integer call() throws RefusedException, InterruptedException {
    DataFolder.Held held = new DataFolder(data.toAbsolutePath()).hold();
    Optional<Tls> tls = doors.tls(held.folder().path().resolve("tls"));
    FutureTask<JdbcStore> opening = new FutureTask<>(this::openStore);
    new Thread(opening, "store").start(); // reading worlds takes as long
    Shelf shelf =
        Shelf.load(worlds.isEmpty() ? List.of(Shelf.usual()) : worlds, author, System.err::println);
    Clock clock = Clock.system();
    try (Workers workers = new Workers(clock, ServeCommand::report)) {
      Gateway gateway = gateway(workers, shelf, opened(opening));
      CardWriter card = CardWriter.of(gateway, clock, mssp);
      Listeners listeners = Listeners.behind(doors.proxies());
      OpenPorts ports = listen(listeners, gateway, tls);
      listeners.present(card.card(bind, ports));
      AdminSocket admin =
          AdminSocket.open(held.folder().socket(), new Desk(gateway, this::restart)::answer);
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    admin.close();
                    listeners.stopAccepting();
                    gateway.stop();
                    listeners.stop();
                    Runtime.getRuntime()
                        .halt(exit.get()); // a signal's own exit code would say failure
                  },
                  "stop"));
      gateway.watchWorlds();
      ports.directions(bind).forEach(System.err::println);
      System.out.println(ports.ready());
      System.out.flush();
      stopped.await();
    }
    return Answer.DONE;
  }

  private OpenPorts listen(Listeners listeners, Gateway gateway, Optional<Tls> tls)
      throws RefusedException {
    int telnet = listeners.telnet(gateway, bind, telnetPort);
    int sync = listeners.sync(gateway, bind, syncPort);
    OptionalInt web = OptionalInt.empty();
    if (webPort.isPresent()) {
      web = OptionalInt.of(listeners.web(gateway, Site.of(gateway), bind, webPort.getAsInt()));
    }
    OptionalInt within = OptionalInt.empty();
    if (tls.isPresent()) {
      int port = doors.tlsPort().orElseThrow();
      within = OptionalInt.of(listeners.tls(gateway, tls.get(), bind, port));
    }
    return new OpenPorts(telnet, sync, web, within, tls.flatMap(Tls::remark));
  }

  private JdbcStore openStore() throws StoreException {
    return store.isPresent()
        ? JdbcStore.at(store.get(), keepTranscripts)
        : JdbcStore.in(data.toAbsolutePath(), keepTranscripts);
  }

  private static Store opened(FutureTask<JdbcStore> opening)
      throws RefusedException, InterruptedException {
    try {
      return opening.get();
    } catch (ExecutionException e) {
      throw new RefusedException(String.valueOf(Objects.requireNonNull(e.getCause()).getMessage()));
    }
  }

  private static Gateway gateway(Workers workers, Shelf shelf, Store store)
      throws RefusedException {
    try {
      return new Gateway(workers, shelf, store);
    } catch (StoreException e) {
      throw new RefusedException("the games that are kept cannot be listed: " + e.getMessage());
    }
  }

  /** Stops, and has whoever started this start it again. */
  private void restart() {
    exit.set(Answer.RESTART);
    new Thread(() -> System.exit(Answer.RESTART), "restart").start();
  }

  /** One line; the stack behind it only for who asks for it. */
  private static void report(String what, Throwable cause) {
    System.err.println("lamplight: " + what + ": " + cause);
    if (System.getenv("LAMPLIGHT_DEBUG") != null) {
      cause.printStackTrace(System.err);
    }
  }
}

package lamplight.tui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import lamplight.engine.archive.ExportException;
import lamplight.engine.archive.Recording;
import lamplight.engine.wire.Capability;
import lamplight.engine.wire.Protocol;
import lamplight.tui.host.LocalHost;
import lamplight.tui.host.ServerProcess;
import lamplight.tui.host.SoloFolder;
import lamplight.tui.host.Worlds;
import lamplight.tui.link.HostAndPort;
import lamplight.tui.link.Link;
import lamplight.tui.link.Recordings;
import lamplight.tui.mud.Abilities;
import lamplight.tui.mud.Address;
import lamplight.tui.settings.SettingsFile;
import lamplight.tui.state.Goal;
import lamplight.tui.state.Settings;
import lamplight.tui.state.Stage;
import lamplight.tui.term.Front;
import lamplight.tui.term.Fronts;
import lamplight.tui.term.LoggedFront;
import lamplight.tui.text.Tint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Plays: reads the command line, wires the parts together, and says in one line why it could not.
 */
@Command(
    name = "lamplight play",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Play a text adventure, alone or together.",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:you left the game",
      "1:it could not be played; one line says why",
      "2:the command line is wrong"
    },
    footer = {
      "",
      "Examples:",
      "  lamplight play                            choose a world, play it alone",
      "  lamplight play --world mill --name Ana    straight into the tutorial",
      "  lamplight play play.example.org           choose a game of that server",
      "  lamplight play localhost --session otter-42 --name Bo",
      "  lamplight play localhost --resume copper-otter-lantern",
      "  lamplight play --plain                    for screen readers and pipes",
      "  lamplight play telnet://mud.example.org:4000    any MUD; telnets:// with TLS",
      "  lamplight play --replay game.lamplight    look at a game that was exported"
    })
public final class Main implements Callable<Integer> {
  private static final int REFUSED = 1;
  private static final String SOMEBODY = "Player";
  private static final String LOCAL = "localhost";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "HOST[:PORT]",
      description =
          "The server to play on, port 4001 unless given; without it the game runs in this program."
              + " telnet://HOST:PORT or telnets://HOST:PORT: any MUD.")
  @Nullable String server;

  @Option(names = "--name", paramLabel = "NAME", description = "Your name in the game.")
  @Nullable String name;

  @ArgGroup @Nullable Game game;

  @Option(
      names = "--password",
      paramLabel = "WORDS",
      description = "The game's password, or the one that a new game gets.")
  @Nullable String password;

  @ArgGroup @Nullable Mode mode;

  @Option(
      names = "--worlds",
      paramLabel = "DIR",
      description = "Where the worlds are when you play without a server.")
  @Nullable Path worlds;

  @Option(
      names = "--author",
      description =
          "When you play without a server: edits of the world arrive in the game, and there are debug verbs; #help.")
  boolean author;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Read this settings file; --print-settings says which is read otherwise.")
  @Nullable Path settingsFile;

  @Option(
      names = "--print-settings",
      description = "Print a settings file with every setting explained, and where it belongs.")
  boolean printSettings;

  @Option(
      names = "--protocol",
      paramLabel = "FORM",
      defaultValue = "compact",
      description =
          "How a server speaks: compact (default), or text, which a person can read on the line.")
  Form protocol = Form.COMPACT;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Add all that is told in the game to this file.")
  @Nullable Path log;

  @ArgGroup(exclusive = false)
  @Nullable Replay replay;

  /** A recorded game. */
  static final class Replay {
    @Option(
        names = "--replay",
        paramLabel = "FILE|SESSION",
        required = true,
        description =
            "Look at a recorded game: an export, or a game of the server that runs on this machine.")
    String source = "";

    @Option(
        names = "--as",
        paramLabel = "NAME",
        description = "See it as this player did; without it as the one who opened the game.")
    @Nullable String as;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "The data folder of the server that has the game.")
    @Nullable Path data;
  }

  /** The forms of the sync protocol. */
  enum Form {
    COMPACT,
    TEXT
  }

  /** A new game or a running one. */
  static final class Game {
    @Option(
        names = "--world",
        paramLabel = "WORLD",
        description = "Begin a new game of this world.")
    @Nullable String world;

    @Option(names = "--session", paramLabel = "CODE", description = "Join the game with this code.")
    @Nullable String session;

    @Option(
        names = "--resume",
        paramLabel = "WORDS",
        description = "Take the seat that these three words open, such as copper-otter-lantern.")
    @Nullable String seat;
  }

  /** Something other than the full screen. */
  static final class Mode {
    @Option(
        names = "--line",
        description = "A prompt in the ordinary terminal instead of the full screen.")
    boolean line;

    @Option(
        names = "--plain",
        description = "One finished line a message: no cursor movement, no colour.")
    boolean plain;
  }

  /** The version is in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"lamplight " + (version == null ? "(not built as a jar)" : version)};
    }
  }

  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (problem, unused, parsed) -> {
          complain(problem instanceof RuntimeException ? fault(problem) : problem.getMessage());
          return REFUSED;
        });
    line.setParameterExceptionHandler(
        (problem, unused) -> {
          complain(problem.getMessage() + "\n  ./lamplight play --help shows what can be said.");
          return line.getCommandSpec().exitCodeOnInvalidInput();
        });
    System.exit(line.execute(arguments));
  }

  /** What is nobody's mistake but ours, with what whoever mends it has to know. */
  private static String fault(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String where = Arrays.stream(root.getStackTrace()).findFirst().map(at -> ", " + at).orElse("");
    return "this is a fault of the program, please report it: " + root + where;
  }

  private static void complain(@Nullable String text) {
    System.err.println("lamplight: " + text);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (printSettings) {
      System.out.println("# This belongs into " + settingsFile());
      System.out.print(SettingsFile.explained());
      return 0;
    }
    SettingsFile.Read read = SettingsFile.read(settingsFile(), System.getenv());
    if (!read.problems().isEmpty()) {
      read.problems().forEach(Main::complain);
      return REFUSED;
    }
    Settings settings = read.settings();
    Fronts.Wish wish = wish();
    Play.Opener opener = messages -> logged(Fronts.open(wish, settings, System.getenv(), messages));
    Stage.Over over = play(read, opener);
    if (over.exitCode() != 0) {
      complain(over.farewell());
    } else if (!over.farewell().isEmpty()) {
      System.out.println(over.farewell());
    }
    return over.exitCode();
  }

  private Front logged(Front front) throws IOException {
    return log == null ? front : new LoggedFront(front, log);
  }

  private Stage.Over play(SettingsFile.Read read, Play.Opener opener)
      throws IOException, InterruptedException {
    if (replay != null) {
      System.err.println(read.settings().words().say("replay.reading")); // a long one takes a while
      return Play.of(read.settings(), goal(Optional.empty()), recording(replay), opener).run();
    }
    try (RealMachine here = machine(read.settings())) {
      Optional<Address> address = address();
      Machine machine = address.isPresent() ? forMuds(address.get(), read, here) : here;
      return new Play(read.settings(), goal(address), machine, opener).run();
    }
  }

  private static Recording recording(Replay wanted) throws IOException {
    Path data = wanted.data == null ? Folder.DATA.ours(System.getenv()) : wanted.data;
    try {
      byte[] export = Recordings.read(wanted.source, data.toAbsolutePath());
      return Recording.of(export, Optional.ofNullable(wanted.as), ZoneId.systemDefault());
    } catch (ExportException e) {
      throw new IOException(wanted.source + " cannot be shown: " + e.getMessage(), e);
    }
  }

  private Path settingsFile() {
    return settingsFile == null
        ? Folder.CONFIG.ours(System.getenv()).resolve("client.yaml")
        : settingsFile;
  }

  private Fronts.Wish wish() {
    if (mode == null) {
      return Fronts.Wish.FULL;
    }
    return mode.plain ? Fronts.Wish.PLAIN : Fronts.Wish.LINE;
  }

  /** Where somebody else's server is, if that is what was asked for. */
  private Optional<Address> address() {
    Optional<Address> address =
        Optional.ofNullable(server).flatMap(text -> understood(() -> Address.parse(text)));
    if (address.isPresent() && (game != null || name != null || password != null)) {
      throw new CommandLine.ParameterException(
          new CommandLine(this),
          "a MUD asks for names and passwords itself: leave --name, --password, --world and"
              + " --session out");
    }
    return address;
  }

  private MudMachine forMuds(Address address, SettingsFile.Read read, Machine machine) {
    Settings settings = read.settings();
    Abilities abilities =
        new Abilities(
            System.getenv().getOrDefault("TERM", "dumb"),
            settings.depth().orElse(Tint.Depth.of(System.getenv())),
            wish() == Fronts.Wish.PLAIN);
    Path known = Folder.STATE.ours(System.getenv()).resolve("known-servers");
    return new MudMachine(address, known, settings.words(), abilities, read.macros(), machine);
  }

  private Goal goal(Optional<Address> elsewhere) {
    String login = System.getProperty("user.name", SOMEBODY);
    Optional<Goal.Offer> offer = Optional.ofNullable(game).map(this::offer);
    return Goal.of(
        Optional.ofNullable(name),
        offer,
        Optional.ofNullable(password),
        login,
        elsewhere.map(Address::place).or(this::ownServer));
  }

  /** Where to play; a seat is with a server, so without another it is the one on this machine. */
  private Optional<HostAndPort> ownServer() {
    boolean seat = game != null && game.seat != null;
    return Optional.ofNullable(server == null && seat ? LOCAL : server).map(this::place);
  }

  private Goal.Offer offer(Game game) {
    if (game.seat != null) {
      String words = game.seat;
      return understood(
          () ->
              Goal.Offer.Seat.parse(words)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "--resume takes three words, such as copper-otter-lantern, not \""
                                  + words
                                  + "\"")));
    }
    return game.session != null
        ? new Goal.Offer.Session(game.session)
        : new Goal.Offer.World(String.valueOf(game.world));
  }

  private RealMachine machine(Settings settings) {
    Path folder = worlds == null ? Worlds.usual() : worlds;
    Optional<String> wanted = Optional.ofNullable(game).map(chosen -> chosen.world);
    SoloFolder solo = new SoloFolder(Folder.DATA.ours(System.getenv()).resolve("solo"));
    return new RealMachine(
        () -> {
          Worlds read = new Worlds(folder, wanted);
          return author
              ? LocalHost.ofAuthor(read, solo, settings.words())
              : new LocalHost(read::read, solo, settings.words());
        },
        solo,
        Folder.STATE.ours(System.getenv()),
        wishes(settings),
        settings.words(),
        new ServerProcess(ServerProcess.usual(), settings.words()));
  }

  private Set<Capability> wishes(Settings settings) {
    Set<Capability> wishes = EnumSet.noneOf(Capability.class);
    wishes.addAll(protocol == Form.COMPACT ? Link.COMPACT : Set.of());
    if (settings.typing() && wish() == Fronts.Wish.FULL) {
      wishes.add(Capability.LIVE);
    }
    return wishes;
  }

  private HostAndPort place(String text) {
    return understood(() -> HostAndPort.parse(text, Protocol.DEFAULT_PORT));
  }

  /** What is not understood is told with the way to help. */
  private <T> T understood(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(
          new CommandLine(this), String.valueOf(e.getMessage()));
    }
  }
}

package lamplight.server.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lamplight.engine.wire.Capability;
import lamplight.server.json.Json;
import lamplight.server.load.LoadPlan;
import lamplight.server.load.LoadReport;
import lamplight.server.load.LoadRun;
import lamplight.server.load.ServerReading;
import lamplight.server.load.ServerReading.MeterException;
import lamplight.server.runtime.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code load}: many players at once, to see what a server bears. */
@Command(
    name = "load",
    description = {
      "Has many players log in and play, and tells how fast they are answered and what that takes.",
      "",
      "With --sync every player keeps a copy of the state, and all copies must agree at the end.",
      "With --telnet each command is followed by an empty line, whose prompt ends the answer."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all players stayed, and their copies of the state agree",
      "1:refused, or not so",
      "2:not understood"
    },
    footer = {
      "",
      "Examples:",
      "  lamplight load --telnet 127.0.0.1:4000",
      "  lamplight load --sync 127.0.0.1:4001 --players 60 --seconds 30 --world mill",
      "  lamplight load --telnet 127.0.0.1:4000 --players 1 --rate 9 --commands look",
      "  lamplight load --sync 127.0.0.1:4001 --players 8 --per-game 8 --rate 6 --seconds 60 --json"
    })
final class LoadCommand implements Callable<Integer> {
  private static final int MOST_PLAYERS = 9_000;
  private static final int LAST_PORT = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--telnet", paramLabel = "HOST:PORT", description = "Plays by telnet.")
  private Optional<String> telnet = Optional.empty();

  @Option(names = "--sync", paramLabel = "HOST:PORT", description = "Plays by the sync protocol.")
  private Optional<String> sync = Optional.empty();

  @Option(
      names = "--protocol",
      paramLabel = "FORM",
      defaultValue = "binary,deflate",
      description = "With --sync: text, binary, deflate or both (${DEFAULT-VALUE}).")
  private String protocol = "";

  @Option(
      names = "--players",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many (${DEFAULT-VALUE}).")
  private int players;

  @Option(
      names = "--per-game",
      paramLabel = "N",
      description = "How many play together (usually as many as the world lets).")
  private Optional<Integer> perGame = Optional.empty();

  @Option(
      names = "--world",
      paramLabel = "WORLD",
      description = "What they play (usually the first that the server names).")
  private Optional<String> world = Optional.empty();

  @Option(
      names = "--commands",
      paramLabel = "COMMAND",
      split = ",",
      defaultValue = "look,inventory,say Good evening.",
      description =
          "What they say, in turn (${DEFAULT-VALUE}); {n} is a player's place in its game, from 1.")
  private List<String> commands = List.of();

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Commands a second of each player (${DEFAULT-VALUE}); 0: the next when one is answered."
              + " Servers let ten a second through.")
  private double rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long it is measured (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = "How long they play before that (${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--logins-at-once",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many come in at a time (${DEFAULT-VALUE}).")
  private int loginsAtOnce;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The server's data folder, if it runs here: tells its CPU and memory, and deletes the"
              + " games again (usually ~/.local/share/lamplight).")
  private Path data = DataFolder.usual();

  @Option(
      names = "--pid",
      paramLabel = "PID",
      description = "The server's process, in place of --data: any server's, on Linux.")
  private Optional<Long> pid = Optional.empty();

  @Option(
      names = "--elsewhere",
      description = "Lets it be another machine than this one; ask whose it is before you load it.")
  private boolean elsewhere;

  @Option(names = "--json", description = "Answers in one line of JSON, for scripts.")
  private boolean json;

  /** Whether the server on the data folder is the one that is loaded. */
  private boolean known;

  @Override
  public Integer call() throws RefusedException, InterruptedException {
    LoadPlan plan = plan();
    PrintWriter err = spec.commandLine().getErr();
    try (LoadRun run =
        new LoadRun(
            plan,
            line -> {
              err.println("lamplight: " + line);
              err.flush();
            })) {
      LoadReport report = run.go(Optional.of(new Meter()));
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? Json.of(report.facts()) + "\n" : report.words());
      out.flush();
      closeGames(run.sessions());
      return report.good() ? Answer.DONE : Answer.REFUSED;
    }
  }

  // ---- what was asked for ----

  private LoadPlan plan() throws RefusedException {
    within("--players", players, 1, MOST_PLAYERS);
    within("--seconds", seconds, 1, 24 * 3600);
    within("--warm-up", warmUp, 0, 3600);
    within("--logins-at-once", loginsAtOnce, 1, MOST_PLAYERS);
    perGame.ifPresent(number -> within("--per-game", number, 1, MOST_PLAYERS));
    if (!(rate >= 0 && rate <= 1_000)) {
      throw wrong("--rate is " + rate + "; it is a number from 0 to 1000");
    }
    return new LoadPlan(
        server(),
        sync.map(address -> form()),
        world,
        players,
        perGame,
        commands,
        rate,
        Duration.ofSeconds(warmUp),
        Duration.ofSeconds(seconds),
        loginsAtOnce);
  }

  private void within(String option, int number, int least, int most) {
    if (number < least || number > most) {
      throw wrong(option + " is " + number + "; it is a number from " + least + " to " + most);
    }
  }

  private ParameterException wrong(String words) {
    return new ParameterException(spec.commandLine(), words);
  }

  private Set<Capability> form() {
    Set<Capability> form = EnumSet.noneOf(Capability.class);
    for (String word : protocol.toLowerCase(Locale.ROOT).split(",", -1)) {
      if (!word.equals("text")) {
        form.add(
            Capability.named(word)
                .filter(known -> known == Capability.BINARY || known == Capability.DEFLATE)
                .orElseThrow(
                    () -> wrong("--protocol has \"" + word + "\"; it is text, binary or deflate")));
      }
    }
    form.add(Capability.QUIET); // as Lamplight's own client does
    return form;
  }

  private InetSocketAddress server() throws RefusedException {
    if (telnet.isPresent() == sync.isPresent()) {
      throw wrong("say where to: --telnet HOST:PORT or --sync HOST:PORT, one of them");
    }
    String words = telnet.or(() -> sync).orElseThrow();
    int colon = words.lastIndexOf(':');
    String host = colon < 0 ? words : words.substring(0, colon);
    InetSocketAddress server =
        new InetSocketAddress(host.replaceAll("^\\[|]$", ""), port(words.substring(colon + 1)));
    if (server.isUnresolved()) {
      throw new RefusedException("there is no host \"" + host + "\"");
    }
    if (!server.getAddress().isLoopbackAddress() && !elsewhere) {
      throw new RefusedException(
          host + " is another machine; if it is yours to load, add --elsewhere");
    }
    return server;
  }

  private int port(String words) {
    try {
      int port = Integer.parseInt(words);
      if (port >= 1 && port <= LAST_PORT) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw wrong("a server is HOST:PORT, such as 127.0.0.1:4000; \"" + words + "\" is no port");
    }
    throw wrong("port " + words + " is none; a port is a number from 1 to " + LAST_PORT);
  }

  // ---- the server, if it runs here ----

  private final class Meter implements ServerReading.Meter {
    @Override
    public ServerReading read(String session) throws MeterException {
      return pid.isPresent() ? ofProcess(pid.get()) : ofServer(session);
    }

    @Override
    public OptionalLong held() {
      try {
        return known ? OptionalLong.of(first(stats("collect"), "heap_used")) : OptionalLong.empty();
      } catch (RefusedException e) {
        return OptionalLong.empty();
      }
    }
  }

  private ServerReading ofServer(String session) throws MeterException {
    try {
      String stats = stats("");
      if (!stats.contains("\"" + session + "\"")) {
        throw new MeterException("the server on " + data + " is another one; name it with --data");
      }
      known = true;
      return new ServerReading(first(stats, "cpu_us"), first(stats, "resident"));
    } catch (RefusedException e) {
      throw new MeterException(e.words());
    }
  }

  private String stats(String collect) throws RefusedException {
    return ask(Request.Deed.STATS, collect);
  }

  private String ask(Request.Deed deed, String word) throws RefusedException {
    Request request = new Request(true, deed, List.of(word));
    return AdminSocket.ask(new DataFolder(data.toAbsolutePath()), request, new byte[0]).text();
  }

  /** The first number of a name: what is about the whole server comes first. */
  private static long first(String json, String name) {
    Matcher number = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
    return number.find() ? Long.parseLong(number.group(1)) : 0;
  }

  private static ServerReading ofProcess(long pid) throws MeterException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      long resident =
          Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0);
      long cpu =
          ProcessHandle.of(pid)
              .flatMap(process -> process.info().totalCpuDuration())
              .map(time -> time.toNanos() / 1_000)
              .orElse(0L);
      return new ServerReading(cpu, resident);
    } catch (IOException e) {
      throw new MeterException("there is no process " + pid + ", or this is no Linux");
    }
  }

  /** Nobody else wants the games that were made for this. */
  private void closeGames(List<String> sessions) throws RefusedException {
    if (known) { // another server's games might be called alike
      for (String session : sessions) {
        ask(Request.Deed.DELETE, session);
      }
    }
  }
}

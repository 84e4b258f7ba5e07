package lamplight.server.admin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lamplight.engine.session.ClientSummary;
import lamplight.engine.session.Link;
import lamplight.engine.session.LinkKind;
import lamplight.engine.wire.Capability;
import lamplight.server.runtime.Figure;
import lamplight.server.runtime.Machine;
import lamplight.server.runtime.ServerStats;
import lamplight.server.runtime.ServerStats.ClientStats;
import lamplight.server.runtime.ServerStats.SessionStats;

/** Words a server's figures, for people as lines and a table, for scripts as values. */
final class StatsReport {
  private static final long MILLION = 1_000_000;

  /** Capabilities that change how bytes look. */
  private static final Set<Capability> FORMS = Set.of(Capability.BINARY, Capability.DEFLATE);

  private StatsReport() {}

  static Answer of(boolean json, ServerStats stats) {
    return Answer.done(json, json ? "" : words(stats), facts(stats));
  }

  // ---- for people ----

  private static String words(ServerStats stats) {
    Table table =
        new Table(
            "",
            "BY",
            "FORM",
            "DELAY",
            "UNACKED",
            "SYNCS",
            "FULL",
            "DELTAS",
            "LINES",
            "COMMANDS",
            "SENT",
            "RECEIVED");
    row(table, "server", List.of("", "", "", ""), stats.traffic());
    for (SessionStats session : stats.sessions()) {
      row(table, session.id().code(), List.of(session.world(), "", "", ""), session.traffic());
      session.clients().forEach(client -> row(table, client));
    }
    return head(stats) + "\n" + table.text();
  }

  private static String head(ServerStats stats) {
    Machine machine = stats.machine();
    String resident =
        machine.resident().isPresent() ? ", resident " + size(machine.resident().getAsLong()) : "";
    return "up %s, process %d, CPU %.1f s, heap %s of %s%s, threads %d%n"
            .formatted(
                time(stats.upMillis()),
                machine.pid(),
                machine.cpuNanos() / 1e9,
                size(machine.heapUsed()),
                size(machine.heapMost()),
                resident,
                machine.threads())
        + "connections %d, clients in games %d, turned away %d%n"
            .formatted(stats.connections(), stats.clients(), stats.turnedAway())
        + "games %d, of them in memory %d; commits %d, records %d%n"
            .formatted(stats.games(), stats.sessions().size(), stats.commits(), stats.records());
  }

  private static void row(Table table, ClientStats stats) {
    ClientSummary client = stats.client();
    row(
        table,
        "  " + client.player().value(),
        List.of(
            by(client.link()),
            form(client.link()),
            client.delayMillis().isPresent() ? client.delayMillis().getAsLong() + " ms" : "-",
            client.unacknowledged() + (client.reads() ? "" : ", reads nothing")),
        stats.traffic());
  }

  private static void row(Table table, String what, List<String> how, Map<Figure, Long> traffic) {
    table.row(
        what,
        how.get(0),
        how.get(1),
        how.get(2),
        how.get(3),
        count(traffic, Figure.TOTAL_SYNCS),
        count(traffic, Figure.FULL_SYNCS),
        count(traffic, Figure.DELTAS_SENT),
        count(traffic, Figure.LINES_SENT),
        count(traffic, Figure.COMMANDS),
        size(count(traffic, Figure.BYTES_SENT)),
        size(count(traffic, Figure.BYTES_RECEIVED)));
  }

  private static long count(Map<Figure, Long> traffic, Figure figure) {
    return traffic.getOrDefault(figure, 0L);
  }

  /** The kind of connection, and what the client calls itself. */
  private static String by(Link link) {
    String kind = link.kind().name().toLowerCase(Locale.ROOT);
    return link.client().isEmpty() ? kind : kind + " (" + link.client() + ")";
  }

  private static String form(Link link) {
    if (link.kind() == LinkKind.TELNET) {
      return "lines";
    }
    String compact =
        link.capabilities().stream()
            .filter(FORMS::contains)
            .sorted()
            .map(Capability::word)
            .collect(Collectors.joining("+"));
    return compact.isEmpty() ? "text" : compact;
  }

  private static String size(long bytes) {
    return bytes < 10 * 1_000
        ? bytes + " B"
        : bytes < 10 * MILLION ? bytes / 1_000 + " KB" : bytes / MILLION + " MB";
  }

  private static String time(long millis) {
    Duration time = Duration.ofMillis(millis);
    return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  // ---- for scripts ----

  private static Map<String, Object> facts(ServerStats stats) {
    Machine machine = stats.machine();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("pid", machine.pid());
    facts.put("up_ms", stats.upMillis());
    facts.put("cpu_us", machine.cpuNanos() / 1_000);
    facts.put("heap_used", machine.heapUsed());
    facts.put("heap_max", machine.heapMost());
    machine.resident().ifPresent(bytes -> facts.put("resident", bytes));
    facts.put("threads", machine.threads());
    facts.put("connections", stats.connections());
    facts.put("clients", stats.clients());
    facts.put("turned_away", stats.turnedAway());
    facts.put("games", stats.games());
    facts.put("commits", stats.commits());
    facts.put("records", stats.records());
    count(stats.traffic(), facts);
    facts.put("sessions", stats.sessions().stream().map(StatsReport::facts).toList());
    return facts;
  }

  private static Map<String, Object> facts(SessionStats session) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("session", session.id());
    facts.put("world", session.world());
    facts.put("version", session.version());
    facts.put("seats", session.seats());
    count(session.traffic(), facts);
    facts.put("clients", session.clients().stream().map(StatsReport::facts).toList());
    return facts;
  }

  private static Map<String, Object> facts(ClientStats stats) {
    ClientSummary client = stats.client();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("player", client.player());
    facts.put("name", client.name());
    facts.put("by", client.link().kind().name().toLowerCase(Locale.ROOT));
    facts.put("client", client.link().client());
    facts.put("form", form(client.link()));
    client.delayMillis().ifPresent(millis -> facts.put("delay_ms", millis));
    facts.put("unacked", client.unacknowledged());
    facts.put("reads", client.reads());
    count(stats.traffic(), facts);
    return facts;
  }

  private static void count(Map<Figure, Long> traffic, Map<String, Object> facts) {
    traffic.forEach((figure, count) -> facts.put(figure.key(), count));
  }
}

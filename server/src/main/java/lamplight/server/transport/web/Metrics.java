package lamplight.server.transport.web;

import java.util.List;
import java.util.stream.LongStream;
import lamplight.server.runtime.Figure;
import lamplight.server.runtime.Machine;
import lamplight.server.runtime.ServerStats;
import lamplight.server.runtime.ServerStats.SessionStats;

/**
 * A server's figures in Prometheus' text format, version 0.0.4. Names end in their unit, counters
 * in {@code _total}.
 */
final class Metrics {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  /** Which delays are told of all that there are: the middle one, a late one, the latest. */
  private static final double[] SHARES = {0.5, 0.99, 1.0};

  private final StringBuilder out = new StringBuilder();

  private Metrics() {}

  static String of(ServerStats stats) {
    Metrics metrics = new Metrics();
    metrics.server(stats);
    metrics.machine(stats.machine());
    stats.traffic().forEach(metrics::traffic);
    metrics.sessions(stats.sessions());
    metrics.delays(
        stats.sessions().stream()
            .flatMap(session -> session.clients().stream())
            .flatMapToLong(client -> LongStream.of(client.client().delayMillis().orElse(-1)))
            .filter(millis -> millis >= 0)
            .sorted()
            .toArray());
    return metrics.out.toString();
  }

  private void server(ServerStats stats) {
    gauge("uptime_seconds", "time since the server was opened", stats.upMillis() / MILLIS);
    gauge("connections", "connections that are open, those in the lobby too", stats.connections());
    gauge("clients", "clients that sit in games", stats.clients());
    gauge("games", "games that there are, those that nobody plays too", stats.games());
    gauge("sessions", "games that are in memory", stats.sessions().size());
    counter("turned_away", "connections closed because there were too many", stats.turnedAway());
    counter("journal_commits", "transactions of the store", stats.commits());
    counter("journal_records", "records that were made durable", stats.records());
  }

  private void machine(Machine machine) {
    counter("cpu_seconds", "time that was computed", machine.cpuNanos() / NANOS);
    gauge("heap_bytes", "the heap in use, garbage included", machine.heapUsed());
    machine
        .resident()
        .ifPresent(bytes -> gauge("resident_bytes", "memory that the system counts", bytes));
    gauge("threads", "threads", machine.threads());
  }

  private void traffic(Figure figure, long count) {
    String key = figure.key();
    counter(
        key.startsWith("total_") ? key.substring("total_".length()) : key, figure.help(), count);
  }

  private void sessions(List<SessionStats> sessions) {
    if (sessions.isEmpty()) {
      return;
    }
    head("session_clients", "clients in a game that is in memory", "gauge");
    for (SessionStats session : sessions) {
      sample(
          "session_clients{session=\"%s\",world=\"%s\"}".formatted(session.id(), session.world()),
          session.clients().size());
    }
  }

  /** The delay of a client is the time it takes to acknowledge a delta or to answer a ping. */
  private void delays(long[] sorted) {
    if (sorted.length == 0) {
      return;
    }
    head("client_delay_seconds", "how long clients in games take to answer, now", "gauge");
    for (double share : SHARES) {
      int at = (int) Math.ceil(share * sorted.length) - 1;
      sample("client_delay_seconds{quantile=\"" + share + "\"}", sorted[at] / MILLIS);
    }
  }

  private void gauge(String name, String help, Number value) {
    head(name, help, "gauge");
    sample(name, value);
  }

  private void counter(String name, String help, Number value) {
    head(name + "_total", help, "counter");
    sample(name + "_total", value);
  }

  private void head(String name, String help, String type) {
    out.append("# HELP lamplight_").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE lamplight_").append(name).append(' ').append(type).append('\n');
  }

  private void sample(String name, Number value) {
    out.append("lamplight_").append(name).append(' ').append(value).append('\n');
  }
}

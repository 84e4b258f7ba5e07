package lamplight.server.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import lamplight.server.load.LoadRun.Counts;
import org.HdrHistogram.Histogram;

/** What came of a trial, in figures; {@link #facts} is for scripts, {@link #words} for people. */
public final class LoadReport {
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final int DIGITS = 3;
  private static final double MIB = 1024.0 * 1024;

  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final StringBuilder words = new StringBuilder();
  private final boolean good;

  LoadReport(
      LoadPlan plan,
      String world,
      int games,
      long nanos,
      Counts counts,
      boolean agree,
      Optional<ServerReading> before,
      Optional<ServerReading> after,
      OptionalLong held) {
    double seconds = nanos / 1e9;
    long answered = counts.roundTrips.getTotalCount();
    boolean sync = plan.form().isPresent();
    good = counts.lost == 0 && (!sync || agree);
    facts.put("world", world);
    facts.put("players", plan.players());
    facts.put("games", games);
    facts.put("seconds", round(seconds));
    times("login", "logins", counts.logins);
    times("round_trip", "round trips", counts.roundTrips);
    fact(
        "commands", "commands answered", answered, " (" + round(answered / seconds) + " a second)");
    facts.put("commands_per_second", round(answered / seconds));
    fact("refused", "of them refused", counts.refused, "");
    fact("lines", "lines of text", counts.lines, "");
    fact(
        "bytes_per_second_per_client",
        "bytes a second to each",
        Math.round(counts.bytes / seconds / plan.players()),
        "");
    fact("lost", "connections lost", counts.lost, "");
    if (sync) {
      fact("changes_per_second", "state changes a second", round(counts.changes / seconds), "");
      times("delay_to_others", "delay to others", counts.delays);
      fact("resyncs", "blocks that did not fit", counts.resyncs, "");
      fact("replicas_agree", "replicas agree", agree, "");
    }
    if (before.isPresent() && after.isPresent()) {
      server(before.get(), after.get(), seconds, answered, counts.lines);
      held.ifPresent(
          bytes -> fact("server_heap_mib", "of it held in heap", round(bytes / MIB), " MiB"));
    }
  }

  private void server(
      ServerReading before, ServerReading after, double seconds, long commands, long lines) {
    double cpu = (after.cpuMicros() - before.cpuMicros()) / 1e6;
    fact(
        "server_cpu_s", "server's CPU", round(cpu), " s, %.3f s a second".formatted(cpu / seconds));
    if (commands > 0) {
      fact("cpu_s_per_1000_commands", "CPU for 1,000 commands", round(1000 * cpu / commands), " s");
    }
    if (lines > 0) {
      fact("cpu_s_per_1000_lines", "CPU for 1,000 lines", round(1000 * cpu / lines), " s");
    }
    fact("server_resident_mib", "server's memory", Math.round(after.resident() / MIB), " MiB");
  }

  static Histogram histogram() {
    return new Histogram(LONGEST_NANOS, DIGITS);
  }

  static void record(Histogram times, long nanos) {
    times.recordValue(Math.max(0, Math.min(nanos, LONGEST_NANOS)));
  }

  /** Whether no player was lost and all replicas agree. */
  public boolean good() {
    return good;
  }

  /** For scripts: times in milliseconds. */
  public Map<String, Object> facts() {
    return facts;
  }

  /** For people. */
  public String words() {
    return words.toString();
  }

  private void fact(String key, String label, Object value, String rest) {
    facts.put(key, value);
    line(label, value + rest);
  }

  private void times(String key, String label, Histogram times) {
    if (times.getTotalCount() == 0) {
      line(label, "none");
      return;
    }
    double p50 = millis(times.getValueAtPercentile(50));
    double p95 = millis(times.getValueAtPercentile(95));
    double p99 = millis(times.getValueAtPercentile(99));
    double most = millis(times.getMaxValue());
    facts.put(key + "_p50_ms", p50);
    facts.put(key + "_p95_ms", p95);
    facts.put(key + "_p99_ms", p99);
    facts.put(key + "_max_ms", most);
    line(label, "p50 %s ms, p95 %s ms, p99 %s ms, longest %s ms".formatted(p50, p95, p99, most));
  }

  private void line(String label, String value) {
    words.append("%-24s %s%n".formatted(label, value));
  }

  private static double millis(long nanos) {
    return round(nanos / 1e6);
  }

  private static double round(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}

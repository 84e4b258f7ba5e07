package lamplight.server.runtime;

import java.util.Locale;

/** What is counted of a connection's traffic, from its start and only upwards. */
public enum Figure {
  TOTAL_SYNCS("blocks of state sent: full syncs, deltas and checks"),
  FULL_SYNCS("snapshots sent"),
  DELTAS_SENT("deltas sent"),
  LINES_SENT("lines of text sent"),
  BYTES_SENT("bytes sent, as they go through the socket"),
  BYTES_RECEIVED("bytes received"),
  MESSAGES_RECEIVED("messages received"),
  COMMANDS("players' commands received");

  private final String help;

  Figure(String help) {
    this.help = help;
  }

  /** Its name for scripts, such as {@code bytes_sent}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it counts, in words. */
  public String help() {
    return help;
  }
}

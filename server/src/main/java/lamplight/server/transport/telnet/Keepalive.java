package lamplight.server.transport.telnet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the connections of one event loop in the memory of what is between: one timer for all of
 * them, and none while there are none. Not for several threads.
 */
final class Keepalive {
  /** Home routers drop what is silent for longer than a few of these. */
  static final long SILENT_MILLIS = 60_000;

  private static final long SWEEP_MILLIS = 10_000;

  private final Set<TelnetForm> kept = new HashSet<>();
  private boolean timed;

  void add(TelnetForm form) {
    kept.add(form);
    if (!timed) {
      timed = true;
      form.later(SWEEP_MILLIS, this::sweep);
    }
  }

  void remove(TelnetForm form) {
    kept.remove(form);
  }

  private void sweep() {
    timed = false;
    List<TelnetForm> now = List.copyOf(kept);
    now.stream()
        .findAny()
        .ifPresent(
            form -> {
              timed = true;
              form.later(SWEEP_MILLIS, this::sweep);
            });
    now.forEach(form -> form.keepAlive(SILENT_MILLIS));
  }
}

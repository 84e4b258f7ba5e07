package lamplight.server.runtime;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import lamplight.engine.wire.ServerMessage;

/**
 * Counts what goes over a connection, in all of a session or in the whole server: one {@link
 * Figure} each. All figures that a server shows come from here. Counted in any thread.
 */
@SuppressWarnings("EnumOrdinal") // only for places in arrays that live no longer than the enum
public final class Traffic {
  /** What each kind of message is counted as; others are bytes only. */
  private static final Map<Class<? extends ServerMessage>, List<Figure>> COUNTED_AS =
      Map.of(
          ServerMessage.FullSync.class, List.of(Figure.TOTAL_SYNCS, Figure.FULL_SYNCS),
          ServerMessage.DeltaSync.class, List.of(Figure.TOTAL_SYNCS, Figure.DELTAS_SENT),
          ServerMessage.Check.class, List.of(Figure.TOTAL_SYNCS),
          ServerMessage.Text.class, List.of(Figure.LINES_SENT));

  private static final int FIGURES = Figure.values().length;

  /** By the figures' ordinals. */
  private final AtomicLongArray counts = new AtomicLongArray(FIGURES);

  void add(Figure figure, long count) {
    counts.addAndGet(figure.ordinal(), count);
  }

  /** Messages that were handed to the socket, counted in each of these. */
  static void sent(List<ServerMessage> messages, Traffic... in) {
    int[] sent = new int[FIGURES];
    for (ServerMessage message : messages) {
      for (Figure figure : COUNTED_AS.getOrDefault(message.getClass(), List.of())) {
        sent[figure.ordinal()]++;
      }
    }
    for (int figure = 0; figure < FIGURES; figure++) {
      if (sent[figure] > 0) {
        for (Traffic traffic : in) {
          traffic.counts.addAndGet(figure, sent[figure]);
        }
      }
    }
  }

  /** All figures as they are now, in their order. */
  public Map<Figure, Long> figures() {
    EnumMap<Figure, Long> figures = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      figures.put(figure, counts.get(figure.ordinal()));
    }
    return Collections.unmodifiableMap(figures);
  }
}

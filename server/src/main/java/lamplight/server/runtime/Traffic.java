package lamplight.server.runtime;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;

/**
 * Counts what goes over a connection, in all of a session or in the whole server: one {@link
 * Figure} each. All figures that a server shows come from here. Counted in any thread.
 */
public final class Traffic {
  /** What each kind of message is counted as; others are bytes only. */
  private static final Map<Class<? extends ServerMessage>, List<Figure>> COUNTED_AS =
      Map.of(
          ServerMessage.FullSync.class, List.of(Figure.TOTAL_SYNCS, Figure.FULL_SYNCS),
          ServerMessage.DeltaSync.class, List.of(Figure.TOTAL_SYNCS, Figure.DELTAS_SENT),
          ServerMessage.Check.class, List.of(Figure.TOTAL_SYNCS),
          ServerMessage.Text.class, List.of(Figure.LINES_SENT));

  private final Map<Figure, AtomicLong> counts = new EnumMap<>(Figure.class);

  Traffic() {
    for (Figure figure : Figure.values()) {
      counts.put(figure, new AtomicLong());
    }
  }

  void add(Figure figure, long count) {
    Objects.requireNonNull(counts.get(figure)).addAndGet(count);
  }

  /** Messages that were handed to the socket, counted in each of these. */
  static void sent(List<ServerMessage> messages, Traffic... in) {
    Map<Figure, Integer> sent = new EnumMap<>(Figure.class);
    for (ServerMessage message : messages) {
      for (Figure figure : COUNTED_AS.getOrDefault(message.getClass(), List.of())) {
        sent.merge(figure, 1, Integer::sum);
      }
    }
    sent.forEach(
        (figure, count) -> {
          for (Traffic traffic : in) {
            traffic.add(figure, count);
          }
        });
  }

  /** A message that came in. */
  void received(ClientMessage message) {
    add(Figure.MESSAGES_RECEIVED, 1);
    if (message instanceof ClientMessage.Command) {
      add(Figure.COMMANDS, 1);
    }
  }

  /** All figures as they are now, in their order. */
  public Map<Figure, Long> figures() {
    EnumMap<Figure, Long> figures = new EnumMap<>(Figure.class);
    counts.forEach((figure, count) -> figures.put(figure, count.get()));
    return Collections.unmodifiableMap(figures);
  }
}

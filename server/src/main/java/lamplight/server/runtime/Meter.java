package lamplight.server.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lamplight.engine.session.ClientSummary;
import lamplight.engine.session.LinkId;
import lamplight.engine.session.Session;
import lamplight.engine.session.SessionSummary;
import lamplight.server.runtime.ServerStats.ClientStats;
import lamplight.server.runtime.ServerStats.SessionStats;
import lamplight.server.store.Writer;

/**
 * Counts what the whole server does, and gathers the figures of its parts when somebody asks. While
 * nobody asks it costs an addition a message.
 */
final class Meter {
  /** A session that is busy for so long is left out. */
  private static final long PATIENCE_MILLIS = 2_000;

  private final Traffic traffic = new Traffic();
  private final AtomicLong turnedAway = new AtomicLong();
  private final Clock clock;
  private final long openedAt;

  Meter(Clock clock) {
    this.clock = clock;
    this.openedAt = clock.millis();
  }

  /** Of all connections. */
  Traffic traffic() {
    return traffic;
  }

  /** A connection was closed unheard. */
  void turnedAway() {
    turnedAway.incrementAndGet();
  }

  /** All figures; each session says its own in its turn. */
  CompletableFuture<ServerStats> stats(
      Map<LinkId, Connection> connections,
      Collection<Owner<SessionKeeper>> sessions,
      Writer writer) {
    List<CompletableFuture<Optional<SessionStats>>> asked = new ArrayList<>();
    sessions.forEach(session -> asked.add(ask(session, connections)));
    return CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new))
        .thenApply(
            all ->
                new ServerStats(
                    Machine.now(),
                    clock.millis() - openedAt,
                    connections.size(),
                    turnedAway.get(),
                    traffic.figures(),
                    writer.commits(),
                    writer.records(),
                    sessions.size(),
                    asked.stream()
                        .flatMap(answer -> answer.join().stream())
                        .sorted(Comparator.comparing(session -> session.id().code()))
                        .toList()));
  }

  private static CompletableFuture<Optional<SessionStats>> ask(
      Owner<SessionKeeper> owner, Map<LinkId, Connection> connections) {
    CompletableFuture<Optional<SessionStats>> answer = new CompletableFuture<>();
    owner.use(
        (keeper, now) -> {
          answer.complete(
              keeper.inMemory().map(session -> stats(session, owner.traffic(), connections)));
          return List.of();
        });
    return answer.completeOnTimeout(Optional.empty(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static SessionStats stats(
      Session session, Traffic traffic, Map<LinkId, Connection> connections) {
    SessionSummary summary = session.summary();
    return new SessionStats(
        summary.id(),
        summary.world().value(),
        summary.version(),
        summary.seats().size(),
        traffic.figures(),
        session.clients().stream().flatMap(client -> stats(client, connections).stream()).toList());
  }

  private static Optional<ClientStats> stats(
      ClientSummary client, Map<LinkId, Connection> connections) {
    return Optional.ofNullable(connections.get(client.link().id()))
        .map(connection -> new ClientStats(client, connection.traffic().figures()));
  }
}

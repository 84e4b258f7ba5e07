package lamplight.server.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import lamplight.engine.session.Link;
import lamplight.engine.session.LinkId;
import lamplight.engine.session.LinkKind;
import lamplight.engine.session.Lobby;
import lamplight.engine.session.Output;
import lamplight.engine.session.SessionId;
import lamplight.engine.session.SessionSummary;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.ServerMessage;
import lamplight.server.store.Store;
import lamplight.server.store.StoreException;
import lamplight.server.store.Writer;

/**
 * Where connections, the lobby and the sessions meet: it brings what comes in to whoever owns the
 * connection.
 *
 * <p>Invariants: a connection's messages are taken one after another in their order, also while it
 * changes owners: each of them is one turn, and a turn that finds the connection with another
 * owner, or not yet let in there, queues there again. A connection has one turn in the queue at
 * most, however much it says, so all who play take turns. What a turn comes to is carried out in
 * {@link Rounds}.
 */
public final class Gateway {
  /** How long a stop waits for clients to read its last words. */
  private static final long STOP_MILLIS = 3_000;

  /** How long after a look for clients that linger without a seat the next one is. */
  private static final long SWEEP_MILLIS = 10_000;

  private static final ServerMessage STOP =
      new ServerMessage.Bye(Farewell.SHUTDOWN, "The server stops now.");

  private final Workers workers;
  private final Shelf shelf;
  private final Store store;
  private final Sessions sessions;
  private final Rounds rounds;
  private final Scribe scribe;
  private final Orders orders;
  private final Writer writer;
  private final Map<LinkId, Connection> connections = new ConcurrentHashMap<>();
  private final AtomicLong lastLink = new AtomicLong();
  private final Meter meter;

  /**
   * A gateway to what the store has and to what will be played.
   *
   * @throws StoreException if the store does not say what there is
   */
  public Gateway(Workers workers, Shelf shelf, Store store) throws StoreException {
    this.workers = workers;
    this.shelf = shelf;
    this.store = store;
    this.meter = new Meter(workers.clock());
    this.writer = new Writer(store, workers::report, shelf::log);
    this.sessions = new Sessions(workers, shelf, store, writer, this::carryOut);
    this.rounds = new Rounds(workers, shelf, sessions, connections);
    workers.repeat(SWEEP_MILLIS, this::sweep);
    this.scribe = new Scribe(shelf, store, new Registry(), workers.clock());
    this.orders = new Orders(sessions, writer, scribe, this::carryOut);
    store.list().forEach(sessions::known);
  }

  private void carryOut(List<Output> outputs) {
    rounds.carryOut(outputs);
  }

  // ---- for transports ----

  /** A client has connected; it starts in the lobby. */
  public Connection open(LinkKind kind, Outlet outlet) {
    Link link = Link.of(lastLink.incrementAndGet(), kind);
    Connection connection =
        new Connection(link, outlet, sessions.lobby(), meter.traffic(), workers.clock().millis());
    connections.put(link.id(), connection);
    return connection;
  }

  /** Bytes came from a client, whatever they mean. */
  public void heard(Connection connection, int bytes) {
    connection.received(bytes, workers.clock().millis());
  }

  public void receive(Connection connection, ClientMessage message) {
    connection.introduce();
    connection.received(message);
    ask(connection, (keeper, link, now) -> keeper.receive(link, message, now));
  }

  /** Answers what was no message, in its turn. */
  public void refuse(Connection connection, ServerMessage.Refused answer) {
    ask(connection, (keeper, link, now) -> List.of(new Output.Send(link.id(), answer)));
  }

  /** Closes the connection behind the answers to what has come in. */
  public void finish(Connection connection) {
    happen(connection, (keeper, link, now) -> List.of(new Output.Close(link.id())));
  }

  /** Whether the client takes what is sent to it. */
  public void writable(Connection connection, boolean writable) {
    happen(connection, (keeper, link, now) -> keeper.writable(link.id(), writable, now));
  }

  /** The connection is gone. */
  public void lost(Connection connection) {
    LinkId id = connection.link().id();
    connections.remove(id);
    connection.ended();
    happen(
        connection,
        (keeper, link, now) -> {
          sessions.lobby().use((lobbyKeeper, time) -> lobbyKeeper.forget(id));
          return keeper.lost(id, now);
        });
  }

  /** Somebody was not let in. */
  public void turnedAway() {
    meter.turnedAway();
  }

  /** Tells the host that something failed that should not have. */
  public void report(String what, Throwable cause) {
    workers.report(what, cause);
  }

  /** Has clients go that linger without a seat. */
  void sweep() {
    long now = workers.clock().millis();
    for (Connection connection : connections.values()) {
      if (connection.owner() == sessions.lobby()) {
        Patience.over(connection, now)
            .ifPresent(
                why -> happen(connection, (keeper, link, time) -> keeper.linger(link.id(), why)));
      }
    }
  }

  private void ask(Connection connection, Incoming.Use use) {
    arrive(connection, new Incoming(true, use));
  }

  private void happen(Connection connection, Incoming.Use use) {
    arrive(connection, new Incoming(false, use));
  }

  private void arrive(Connection connection, Incoming incoming) {
    if (!rounds.isOver() && connection.put(incoming)) {
      takeTurn(connection);
    }
  }

  private void takeTurn(Connection connection) {
    Owner<?> owner = connection.owner();
    Runnable turn =
        () -> {
          if (owner != connection.owner()) {
            takeTurn(connection);
            return;
          }
          if (connection.isEntering()) {
            connection.whenEntered(() -> takeTurn(connection));
            return;
          }
          try {
            Incoming incoming = connection.first();
            rounds.use(
                owner,
                (keeper, now) -> incoming.use().happen(keeper, connection.link(), now),
                Optional.of(connection).filter(client -> incoming.asked()));
          } finally {
            if (connection.done()) {
              takeTurn(connection);
            }
          }
        };
    owner.execute(turn, connection.thread());
  }

  /** Looks after the worlds' files from now on. */
  public void watchWorlds() {
    new EditedWorlds(shelf, sessions).watch(workers);
  }

  // ---- for the host ----

  /** How the worlds on the shelf stand. */
  public List<ShelvedWorld> shelved() {
    return shelf.worlds();
  }

  /** How the sessions stand, by their codes. */
  public List<SessionSummary> sessions() {
    return sessions.summaries();
  }

  /** All figures, as soon as every session has said its own. */
  public CompletableFuture<ServerStats> stats() {
    return meter.stats(connections, sessions.owners(), writer);
  }

  /** Who copies games. */
  public Scribe scribe() {
    return scribe;
  }

  /** What the host has done with the games. */
  public Orders orders() {
    return orders;
  }

  /** What the scribe tells the lobby. */
  private final class Registry implements Scribe.Registry {
    @Override
    public Optional<Lobby.Reserved> reserve(int seats) {
      CompletableFuture<Optional<Lobby.Reserved>> reserved = new CompletableFuture<>();
      sessions
          .lobby()
          .use(
              (keeper, now) -> {
                reserved.complete(keeper.lobby().reserve(seats));
                return List.of();
              });
      return Orders.answer(reserved, Optional.empty());
    }

    @Override
    public void add(Output.Summary summary) {
      sessions.known(summary);
    }

    @Override
    public void release(SessionId session) {
      sessions.lobby().use((keeper, now) -> keeper.closed(session));
    }

    @Override
    public void settle(SessionId session) {
      orders.settle(session);
    }
  }

  /** The ids of the worlds that can be played. */
  public List<String> worlds() {
    return shelf.offers().stream().map(offer -> offer.world().value()).toList();
  }

  public Optional<SessionSummary> session(SessionId id) {
    return sessions.summary(id);
  }

  /** Everything is written, or it is known that it cannot be, and then the players are told. */
  private void rest() {
    writer.probe();
    try {
      orders.rest();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      report("not all games could be saved in time", e);
    }
  }

  /**
   * Saves all games, tells every client that the server stops, and waits until all have gone, but
   * no longer than a few seconds.
   */
  public void stop() {
    if (rounds.isOver()) {
      return;
    }
    rest();
    writer.close();
    store.close();
    List<Connection> told = List.copyOf(connections.values());
    for (Connection connection : told) {
      connection.deliver(new Batch(List.of(STOP), false));
      connection.close();
    }
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
    for (Connection connection : told) {
      connection.awaitEnd(until - System.nanoTime());
    }
    rounds.end();
  }
}

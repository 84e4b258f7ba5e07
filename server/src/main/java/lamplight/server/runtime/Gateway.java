package lamplight.server.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import lamplight.engine.model.Refusal;
import lamplight.engine.session.Link;
import lamplight.engine.session.LinkId;
import lamplight.engine.session.LinkKind;
import lamplight.engine.session.Lobby;
import lamplight.engine.session.Output;
import lamplight.engine.session.Session;
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
 * connection, and carries out what they put out.
 *
 * <p>Invariants: a keeper is used in its owner's turns only. A connection's messages are taken one
 * after another in their order, also while it changes owners: each of them is one turn, and a turn
 * that finds the connection with another owner, or not yet let in there, queues there again. A
 * connection has one turn in the queue at most, however much it says, so all who play take turns.
 * What a keeper puts out in one turn reaches a client as one batch, unless the connection ends or
 * moves in between; each message of a client is answered by one of its batches.
 */
public final class Gateway {
  /** How long a stop waits for clients to read its last words. */
  private static final long STOP_MILLIS = 3_000;

  /** How long after a look for clients that linger without a seat the next one is. */
  private static final long SWEEP_MILLIS = 10_000;

  private static final ServerMessage STOP =
      new ServerMessage.Bye(Farewell.SHUTDOWN, "The server stops now.");
  private static final ServerMessage FLOOD =
      new ServerMessage.Bye(
          Farewell.ABUSE, "You have said too much, too fast. This connection ends now.");
  private static final ServerMessage GONE =
      new ServerMessage.Refused(
          OptionalLong.empty(), Refusal.UNKNOWN_SESSION, "That game has just ended.");
  private static final ServerMessage BUSY =
      new ServerMessage.Refused(
          OptionalLong.empty(),
          Refusal.SERVER_FULL,
          "Too many who said a password are before you; try again in a moment.");

  private final Workers workers;
  private final Shelf shelf;
  private final Store store;
  private final Scribe scribe;
  private final Orders orders;
  private final Writer writer;
  private final Owner<LobbyKeeper> lobby;
  private final Map<LinkId, Connection> connections = new ConcurrentHashMap<>();
  private final Map<SessionId, Owner<SessionKeeper>> sessions = new ConcurrentHashMap<>();
  private final Map<SessionId, SessionSummary> summaries = new ConcurrentHashMap<>();
  private final AtomicLong lastLink = new AtomicLong();
  private final Meter meter;

  /** All clients have been told and have gone: nothing is taken in or sent any more. */
  private volatile boolean stopped;

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
    this.lobby = workers.owner(new LobbyKeeper(shelf.lobby()), this::carryOut);
    workers.repeat(SWEEP_MILLIS, this::sweep);
    this.scribe = new Scribe(shelf, store, new Registry(), workers.clock());
    this.orders = new Orders(lobby, sessions, writer, scribe, this::carryOut);
    store.list().forEach(this::known);
  }

  /** A session that the store has. */
  private void known(Output.Summary known) {
    SessionId id = known.summary().id();
    summaries.put(id, known.summary());
    own(id, now -> shelf.session(id, Optional.empty(), store, now));
    lobby.use((keeper, now) -> keeper.update(known));
  }

  private Owner<SessionKeeper> own(SessionId id, SessionKeeper.Source source) {
    SessionKeeper.Turns turns =
        new SessionKeeper.Turns() {
          @Override
          public void take(BiFunction<SessionKeeper, Long, List<Output>> turn) {
            owner(id).ifPresent(owner -> owner.use(turn));
          }

          @Override
          public void takeAside(BiFunction<SessionKeeper, Long, List<Output>> turn) {
            owner(id).ifPresent(owner -> owner.useAside(turn));
          }
        };
    Owner<SessionKeeper> owner =
        workers.owner(new SessionKeeper(id, source, writer, turns), this::carryOut);
    sessions.put(id, owner);
    return owner;
  }

  private Optional<Owner<SessionKeeper>> owner(SessionId id) {
    return Optional.ofNullable(sessions.get(id));
  }

  // ---- for transports ----

  /** A client has connected; it starts in the lobby. */
  public Connection open(LinkKind kind, Outlet outlet) {
    Link link = Link.of(lastLink.incrementAndGet(), kind);
    Connection connection =
        new Connection(link, outlet, lobby, meter.traffic(), workers.clock().millis());
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
          lobby.use((lobbyKeeper, time) -> lobbyKeeper.forget(id));
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
      if (connection.owner() == lobby) {
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
    if (stopped) {
      return;
    }
    if (connection.put(incoming)) {
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
            use(
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

  /** Uses a keeper now, and answers whoever has asked for that in any case. */
  private <K extends Keeper> void use(
      Owner<K> owner, BiFunction<K, Long, List<Output>> use, Optional<Connection> asker) {
    owner.now(use, outputs -> carryOut(outputs, asker), () -> carryOut(List.of(), asker));
  }

  // ---- who comes in ----

  /** Lets somebody in, who has said a password: if it has to be hashed, that is done before. */
  private void letGuess(
      Output.Forward forward, Connection connection, Owner<SessionKeeper> session) {
    Hashing hashing = workers.hashing();
    session.useAside(
        (keeper, now) -> {
          keeper
              .guess(forward, now)
              .ifPresentOrElse(
                  guess ->
                      hashing
                          .inLine(() -> let(forward, guess.getAsBoolean(), connection, session))
                          .ifPresentOrElse(
                              hashing::execute, () -> turnBack(forward, connection, session)),
                  () -> let(forward, true, connection, session));
          return List.of();
        });
  }

  /**
   * @param right whether the password was right, if it was looked at
   */
  private void let(
      Output.Forward forward, boolean right, Connection connection, Owner<SessionKeeper> session) {
    enter(connection, session, (keeper, now) -> keeper.enter(forward, right, now));
  }

  private void turnBack(
      Output.Forward forward, Connection connection, Owner<SessionKeeper> session) {
    LinkId link = forward.link().id();
    enter(
        connection,
        session,
        (keeper, now) -> List.of(new Output.Send(link, BUSY), new Output.Released(link)));
  }

  private void enter(
      Connection connection,
      Owner<SessionKeeper> session,
      BiFunction<SessionKeeper, Long, List<Output>> entry) {
    session.executeAside(
        () -> {
          connection.entered();
          use(session, entry, Optional.of(connection));
        });
  }

  // ---- what keepers put out ----

  private void carryOut(List<Output> outputs) {
    carryOut(outputs, Optional.empty());
  }

  /**
   * The same for the turn of a message.
   *
   * @param asker who gets a batch in any case: its message was dealt with
   */
  private void carryOut(List<Output> outputs, Optional<Connection> asker) {
    Round round = new Round(asker);
    outputs.forEach(output -> output.match(round));
    round.deliver();
  }

  private Optional<Connection> connection(LinkId link) {
    return Optional.ofNullable(connections.get(link));
  }

  /** Carries out what one turn put out, and gathers what it has for each client. */
  private final class Round implements Output.Cases<Round> {
    private final Map<Connection, List<ServerMessage>> batches = new LinkedHashMap<>();

    /** Who is still to be answered. */
    private Optional<Connection> asker;

    /** Why a game is not there: it was closed since the lobby looked, or not made in this round. */
    private ServerMessage missing = GONE;

    Round(Optional<Connection> asker) {
      this.asker = asker;
      asker.ifPresent(this::batch);
    }

    private List<ServerMessage> batch(Connection to) {
      return batches.computeIfAbsent(to, connection -> new ArrayList<>());
    }

    void deliver() {
      if (!stopped) {
        batches.forEach(this::deliver);
      }
      batches.clear();
      asker = Optional.empty();
    }

    private void deliver(Connection to, List<ServerMessage> batch) {
      to.deliver(new Batch(batch, asker.equals(Optional.of(to))));
      if (to.floods(batch, workers.clock().millis())) {
        to.deliver(new Batch(List.of(FLOOD), false));
        to.close();
      }
    }

    /** The message goes on to another keeper, whose turn answers it. */
    private void passOn(LinkId link) {
      asker
          .filter(connection -> connection.link().id().equals(link))
          .ifPresent(
              connection -> {
                asker = Optional.empty();
                batches.remove(connection, List.of());
              });
    }

    @Override
    public Round send(Output.Send output) {
      Connection to = connections.get(output.to());
      if (to != null) {
        batch(to).add(output.message());
      }
      return this;
    }

    @Override
    public Round close(Output.Close output) {
      deliver();
      connection(output.link()).ifPresent(Connection::close);
      return this;
    }

    @Override
    public Round cut(Output.Cut output) {
      connection(output.link()).ifPresent(Connection::cut);
      return this;
    }

    @Override
    public Round open(Output.Open output) {
      Owner<SessionKeeper> session =
          own(
              output.session(),
              now -> shelf.session(output.session(), Optional.of(output), store, now));
      Runnable open =
          () ->
              session.now(
                  (keeper, now) -> keeper.use(Session::open, now, unreadable -> {}),
                  Gateway.this::carryOut);
      if (output.password().isEmpty()) {
        session.executeAside(open);
        return this;
      }
      Hashing hashing = workers.hashing();
      hashing
          .inLine(open)
          .ifPresentOrElse(
              task -> session.executeAside(task, hashing),
              () -> {
                forget(output.session());
                missing = BUSY;
              });
      return this;
    }

    /** What the connection says from now on waits until it has been let in. */
    @Override
    public Round forward(Output.Forward output) {
      Connection connection = connections.get(output.link().id());
      Owner<SessionKeeper> session = sessions.get(output.session());
      if (connection != null && session != null) {
        passOn(output.link().id());
        deliver();
        connection.enters(output.link(), session);
        if (output.arrival().guess().isPresent()) {
          letGuess(output, connection, session);
        } else {
          let(output, true, connection, session);
        }
      } else if (connection != null) {
        batch(connection).add(missing);
      }
      return this;
    }

    @Override
    public Round released(Output.Released output) {
      deliver();
      connection(output.link()).ifPresent(connection -> connection.owned(connection.link(), lobby));
      return this;
    }

    @Override
    public Round stray(Output.Stray output) {
      passOn(output.link().id());
      connection(output.link().id())
          .ifPresent(
              connection ->
                  lobby.execute(
                      () ->
                          use(
                              lobby,
                              (keeper, now) -> keeper.receive(output.link(), output.message(), now),
                              Optional.of(connection))));
      return this;
    }

    @Override
    public Round wrongSecret(Output.WrongSecret output) {
      lobby.use((keeper, now) -> keeper.lobby().wrongSecret(output.link()));
      return this;
    }

    @Override
    public Round summary(Output.Summary output) {
      summaries.put(output.summary().id(), output.summary());
      lobby.use((keeper, now) -> keeper.update(output));
      return this;
    }

    @Override
    public Round closed(Output.Closed output) {
      forget(output.session());
      return this;
    }

    @Override
    public Round kept(Output.Kept output) {
      shelf.log(output.session() + " goes on with its world as it was before: " + output.reason());
      return this;
    }

    @Override
    public Round commit(Output.Commit output) {
      return this;
    }

    @Override
    public Round fault(Output.Fault output) {
      report(output.session() + " could not carry out " + output.what(), output.cause());
      return this;
    }
  }

  private void forget(SessionId session) {
    sessions.remove(session);
    summaries.remove(session);
    lobby.use((keeper, now) -> keeper.closed(session));
  }

  /** Looks after the worlds' files from now on. */
  public void watchWorlds() {
    new EditedWorlds(shelf, lobby, sessions, summaries).watch(workers);
  }

  // ---- for the host ----

  /** How the worlds on the shelf stand. */
  public List<ShelvedWorld> shelved() {
    return shelf.worlds();
  }

  /** How the sessions stand, by their codes. */
  public List<SessionSummary> sessions() {
    return summaries.values().stream()
        .sorted(Comparator.comparing(summary -> summary.id().code()))
        .toList();
  }

  /** All figures, as soon as every session has said its own. */
  public CompletableFuture<ServerStats> stats() {
    return meter.stats(connections, sessions.values(), writer);
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
      lobby.use(
          (keeper, now) -> {
            reserved.complete(keeper.lobby().reserve(seats));
            return List.of();
          });
      return Orders.answer(reserved, Optional.empty());
    }

    @Override
    public void add(Output.Summary summary) {
      known(summary);
    }

    @Override
    public void release(SessionId session) {
      lobby.use((keeper, now) -> keeper.closed(session));
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
    return Optional.ofNullable(summaries.get(id));
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
    if (stopped) {
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
    stopped = true;
  }
}

package lamplight.server.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import lamplight.engine.model.Refusal;
import lamplight.engine.session.LinkId;
import lamplight.engine.session.Output;
import lamplight.engine.session.Session;
import lamplight.engine.wire.Farewell;
import lamplight.engine.wire.ServerMessage;

/**
 * Carries out what the turns of the lobby and of the sessions put out: a round for each turn, on
 * the thread that runs it.
 *
 * <p>Invariants: a keeper is used in its owner's turns only. What it puts out in one turn reaches a
 * client as one batch, unless the connection ends or moves in between; each message of a client is
 * answered by one of its batches. A connection changes owners in a turn of the one that has it.
 */
final class Rounds {
  private static final ServerMessage FLOOD =
      new ServerMessage.Bye(
          Farewell.ABUSE, "You have said too much, too fast. This connection ends now.");
  private static final ServerMessage GONE =
      new ServerMessage.Refused(
          OptionalLong.empty(), Refusal.UNKNOWN_SESSION, "That game has just ended.");

  private final Workers workers;
  private final Shelf shelf;
  private final Sessions sessions;
  private final Map<LinkId, Connection> connections;
  private final Entrance entrance;

  /** All clients have been told and have gone: nothing is sent any more. */
  private volatile boolean over;

  /**
   * @param connections all there are, at any time
   */
  Rounds(Workers workers, Shelf shelf, Sessions sessions, Map<LinkId, Connection> connections) {
    this.workers = workers;
    this.shelf = shelf;
    this.sessions = sessions;
    this.connections = connections;
    this.entrance = new Entrance(workers.hashing(), this::enter);
  }

  /** Nothing is sent from now on. */
  void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  /**
   * Uses a keeper now, and answers whoever has asked for that in any case; only from a task of its
   * owner.
   */
  <K extends Keeper> void use(
      Owner<K> owner, BiFunction<K, Long, List<Output>> use, Optional<Connection> asker) {
    owner.now(use, outputs -> carryOut(outputs, asker), () -> carryOut(List.of(), asker));
  }

  /** What comes from somebody who has no seat there any more is for the lobby. */
  private void receive(Connection connection, Output.Stray stray) {
    Owner<LobbyKeeper> lobby = sessions.lobby();
    lobby.execute(
        () ->
            use(
                lobby,
                (keeper, now) -> keeper.receive(stray.link(), stray.message(), now),
                Optional.of(connection)));
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

  /** Carries out what a turn put out that no message has asked for. */
  void carryOut(List<Output> outputs) {
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
      if (!over) {
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
      Owner<SessionKeeper> session = sessions.open(output);
      Runnable open =
          () ->
              session.now(
                  (keeper, now) -> keeper.use(Session::open, now, unreadable -> {}),
                  Rounds.this::carryOut);
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
                sessions.forget(output.session());
                missing = Entrance.BUSY;
              });
      return this;
    }

    /** What the connection says from now on waits until it has been let in. */
    @Override
    public Round forward(Output.Forward output) {
      Connection connection = connections.get(output.link().id());
      Optional<Owner<SessionKeeper>> session = sessions.owner(output.session());
      if (connection != null && session.isPresent()) {
        passOn(output.link().id());
        deliver();
        connection.enters(output.link(), session.get());
        entrance.let(output, connection, session.get());
      } else if (connection != null) {
        batch(connection).add(missing);
      }
      return this;
    }

    @Override
    public Round released(Output.Released output) {
      deliver();
      connection(output.link())
          .ifPresent(connection -> connection.owned(connection.link(), sessions.lobby()));
      return this;
    }

    @Override
    public Round stray(Output.Stray output) {
      passOn(output.link().id());
      connection(output.link().id()).ifPresent(connection -> receive(connection, output));
      return this;
    }

    @Override
    public Round wrongSecret(Output.WrongSecret output) {
      sessions.lobby().use((keeper, now) -> keeper.lobby().wrongSecret(output.link()));
      return this;
    }

    @Override
    public Round summary(Output.Summary output) {
      sessions.update(output);
      return this;
    }

    @Override
    public Round closed(Output.Closed output) {
      sessions.forget(output.session());
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
      workers.report(output.session() + " could not carry out " + output.what(), output.cause());
      return this;
    }
  }
}

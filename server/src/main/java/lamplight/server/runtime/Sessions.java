package lamplight.server.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import lamplight.engine.session.Output;
import lamplight.engine.session.SessionId;
import lamplight.engine.session.SessionSummary;
import lamplight.server.store.Store;
import lamplight.server.store.Writer;

/**
 * The lobby and all sessions there are, each with its owner, and how the sessions are listed; in
 * any thread.
 */
final class Sessions {
  private final Workers workers;
  private final Shelf shelf;
  private final Store store;
  private final Writer writer;
  private final Consumer<List<Output>> outputs;
  private final Owner<LobbyKeeper> lobby;
  private final Map<SessionId, Owner<SessionKeeper>> owners = new ConcurrentHashMap<>();
  private final Map<SessionId, SessionSummary> summaries = new ConcurrentHashMap<>();

  /**
   * @param outputs takes what the lobby and the sessions put out, in their turns
   */
  Sessions(
      Workers workers, Shelf shelf, Store store, Writer writer, Consumer<List<Output>> outputs) {
    this.workers = workers;
    this.shelf = shelf;
    this.store = store;
    this.writer = writer;
    this.outputs = outputs;
    this.lobby = workers.owner(new LobbyKeeper(shelf.lobby()), outputs);
  }

  Owner<LobbyKeeper> lobby() {
    return lobby;
  }

  Optional<Owner<SessionKeeper>> owner(SessionId id) {
    return Optional.ofNullable(owners.get(id));
  }

  Collection<Owner<SessionKeeper>> owners() {
    return owners.values();
  }

  Collection<SessionId> ids() {
    return owners.keySet();
  }

  /** How a session is listed; nothing for one that was never saved, or that has ended. */
  Optional<SessionSummary> summary(SessionId id) {
    return Optional.ofNullable(summaries.get(id));
  }

  /** How all are listed, by their codes. */
  List<SessionSummary> summaries() {
    return summaries.values().stream()
        .sorted(Comparator.comparing(summary -> summary.id().code()))
        .toList();
  }

  /** A session that the store has. */
  void known(Output.Summary known) {
    SessionId id = known.summary().id();
    own(id, now -> shelf.session(id, Optional.empty(), store, now));
    update(known);
  }

  /** A new session, which is made in its first turn. */
  Owner<SessionKeeper> open(Output.Open open) {
    SessionId id = open.session();
    return own(id, now -> shelf.session(id, Optional.of(open), store, now));
  }

  private Owner<SessionKeeper> own(SessionId id, SessionKeeper.Source source) {
    SessionKeeper keeper = new SessionKeeper(id, source, writer, new Turns(id));
    Owner<SessionKeeper> owner = workers.owner(keeper, outputs);
    owners.put(id, owner);
    return owner;
  }

  /** The turns of a session, while there is one. */
  private final class Turns implements SessionKeeper.Turns {
    private final SessionId id;

    Turns(SessionId id) {
      this.id = id;
    }

    @Override
    public void take(BiFunction<SessionKeeper, Long, List<Output>> turn) {
      owner(id).ifPresent(owner -> owner.use(turn));
    }

    @Override
    public void takeAside(BiFunction<SessionKeeper, Long, List<Output>> turn) {
      owner(id).ifPresent(owner -> owner.useAside(turn));
    }
  }

  /** How a session is listed from now on. */
  void update(Output.Summary summary) {
    summaries.put(summary.summary().id(), summary.summary());
    lobby.use((keeper, now) -> keeper.update(summary));
  }

  /** A session is no more. */
  void forget(SessionId session) {
    owners.remove(session);
    summaries.remove(session);
    lobby.use((keeper, now) -> keeper.closed(session));
  }
}

package lamplight.server.runtime;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import lamplight.engine.session.Output;
import lamplight.engine.session.Session;
import lamplight.engine.session.SessionId;
import lamplight.engine.wire.Farewell;
import lamplight.server.store.Writer;

/**
 * What a host has done with the games: made, told, changed, ended, saved. Each order is a turn of
 * its game, done aside because the game may have to be read first; it is done when what it says has
 * been sent, and refused while nothing can be saved.
 */
public final class Orders {
  /** How long an order waits for games to be saved. */
  private static final long REST_MILLIS = 10_000;

  private final Sessions sessions;
  private final Writer writer;
  private final Scribe scribe;
  private final Consumer<List<Output>> outputs;

  /**
   * @param outputs takes what an order puts out
   */
  Orders(Sessions sessions, Writer writer, Scribe scribe, Consumer<List<Output>> outputs) {
    this.sessions = sessions;
    this.writer = writer;
    this.scribe = scribe;
    this.outputs = outputs;
  }

  /**
   * Makes a session that nobody sits in yet; empty if there is no such world, or no room for one
   * more. Completes with a {@link RefusedException} if it could not be saved.
   */
  public CompletableFuture<Optional<SessionId>> create(String world, Optional<String> password) {
    if (writer.isFailing()) {
      return CompletableFuture.failedFuture(notSaved());
    }
    CompletableFuture<Optional<SessionId>> made = new CompletableFuture<>();
    Owner<LobbyKeeper> lobby = sessions.lobby();
    lobby.use(
        (keeper, now) -> {
          Optional<Output.Open> open = keeper.lobby().open(world, password);
          lobby.execute(() -> tellWhenMade(open.map(Output.Open::session), made));
          return open.map(List::<Output>of).orElse(List.of());
        });
    return made;
  }

  private void tellWhenMade(Optional<SessionId> id, CompletableFuture<Optional<SessionId>> made) {
    Optional<Owner<SessionKeeper>> owner = id.flatMap(sessions::owner);
    if (owner.isEmpty()) {
      made.complete(Optional.empty());
    } else {
      owner
          .get()
          .executeAside(
              () ->
                  owner
                      .get()
                      .now(
                          (keeper, now) -> List.of(),
                          all -> made.complete(id),
                          () -> made.completeExceptionally(notSaved())));
    }
  }

  /**
   * Has a session do something; false if there is no such session. Completes when it is done and
   * sent, with a {@link RefusedException} if it could not be saved, or the session not be read.
   */
  public CompletableFuture<Boolean> order(
      SessionId id, BiFunction<Session, Long, List<Output>> order) {
    CompletableFuture<Boolean> unreadable = new CompletableFuture<>();
    return turn(id, (keeper, now) -> keeper.use(order, now, unreadable::completeExceptionally))
        .thenCompose(
            was -> unreadable.isDone() ? unreadable : CompletableFuture.completedFuture(was));
  }

  /** The same for what is to be kept. */
  public CompletableFuture<Boolean> change(
      SessionId id, BiFunction<Session, Long, List<Output>> change) {
    return writer.isFailing() ? CompletableFuture.failedFuture(notSaved()) : order(id, change);
  }

  /** Has what a session was told so far saved, if it is in memory; waits for that. */
  void settle(SessionId session) {
    answer(turn(session, (keeper, now) -> keeper.ifLoaded(Session::flush, now)), false);
  }

  /** Brings all sessions to rest: saves them, and lets their players know if that cannot be. */
  void rest() throws InterruptedException, ExecutionException, TimeoutException {
    haveAll((keeper, now) -> keeper.ifLoaded(Session::flush, now));
    haveAll(SessionKeeper::rest);
  }

  /** Has all sessions do something; if that could not be saved, they go on without it. */
  private void haveAll(BiFunction<SessionKeeper, Long, List<Output>> turn)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture.allOf(
            sessions.ids().stream()
                .map(session -> turn(session, turn).exceptionally(lost -> false))
                .toArray(CompletableFuture<?>[]::new))
        .get(REST_MILLIS, TimeUnit.MILLISECONDS);
  }

  private CompletableFuture<Boolean> turn(
      SessionId id, BiFunction<SessionKeeper, Long, List<Output>> turn) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    sessions
        .owner(id)
        .ifPresentOrElse(
            session -> session.executeAside(() -> now(session, turn, done)), // may have to be read
            () -> done.complete(false));
    return done;
  }

  private void now(
      Owner<SessionKeeper> session,
      BiFunction<SessionKeeper, Long, List<Output>> turn,
      CompletableFuture<Boolean> done) {
    session.now(
        turn,
        all -> {
          outputs.accept(all);
          done.complete(true);
        },
        () -> done.completeExceptionally(notDone()));
  }

  private RefusedException notDone() {
    return writer.isFailing()
        ? notSaved()
        : new RefusedException("that could not be done; the server's log says why");
  }

  private static RefusedException notSaved() {
    return new RefusedException("nothing can be saved just now, so that was not done");
  }

  /**
   * Ends a session, whole or damaged: its players are told why, and nothing of it is kept.
   *
   * @throws RefusedException if that could not be saved
   */
  public void delete(SessionId id, String words) throws RefusedException {
    answer(turn(id, (keeper, now) -> keeper.end(Farewell.CLOSED, words, now)), false);
    scribe.forget(id);
  }

  /**
   * Waits for what a turn comes to; {@code otherwise} if it could not be saved, or the store or the
   * owner is stuck.
   */
  static <T> T answer(CompletableFuture<T> turn, T otherwise) {
    return turn.exceptionally(lost -> otherwise)
        .completeOnTimeout(otherwise, REST_MILLIS, TimeUnit.MILLISECONDS)
        .join();
  }
}

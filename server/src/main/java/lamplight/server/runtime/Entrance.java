package lamplight.server.runtime;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import lamplight.engine.model.Refusal;
import lamplight.engine.session.LinkId;
import lamplight.engine.session.Output;
import lamplight.engine.wire.ServerMessage;

/**
 * Lets those into a session whom the lobby sends there. Whoever says a password waits in the line
 * of {@link Hashing} and not in a turn; if that is full, they are sent back.
 */
final class Entrance {
  /** What somebody is told for whose password there is no place in the line. */
  static final ServerMessage BUSY =
      new ServerMessage.Refused(
          OptionalLong.empty(),
          Refusal.SERVER_FULL,
          "Too many who said a password are before you; try again in a moment.");

  /** Has somebody enter. */
  interface Entry {
    /** Lets the connection in, in a turn of the session that begins so. */
    void enter(
        Connection connection,
        Owner<SessionKeeper> session,
        BiFunction<SessionKeeper, Long, List<Output>> turn);
  }

  private final Hashing hashing;
  private final Entry entry;

  Entrance(Hashing hashing, Entry entry) {
    this.hashing = hashing;
    this.entry = entry;
  }

  /** Lets somebody in when it is their turn, or has them told why not. */
  void let(Output.Forward forward, Connection connection, Owner<SessionKeeper> session) {
    if (forward.arrival().guess().isPresent()) {
      letGuess(forward, connection, session);
    } else {
      let(forward, true, connection, session);
    }
  }

  /** Lets somebody in, who has said a password: if it has to be hashed, that is done before. */
  private void letGuess(
      Output.Forward forward, Connection connection, Owner<SessionKeeper> session) {
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
    entry.enter(connection, session, (keeper, now) -> keeper.enter(forward, right, now));
  }

  private void turnBack(
      Output.Forward forward, Connection connection, Owner<SessionKeeper> session) {
    LinkId link = forward.link().id();
    entry.enter(
        connection,
        session,
        (keeper, now) -> List.of(new Output.Send(link, BUSY), new Output.Released(link)));
  }
}

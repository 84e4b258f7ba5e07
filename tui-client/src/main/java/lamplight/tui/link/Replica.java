package lamplight.tui.link;

import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Position;
import lamplight.engine.wire.ClientMessage;
import lamplight.engine.wire.ServerMessage;

/**
 * What this client has of a game, over all connections: entries, which are only ever the whole view
 * of a version that its hash has proved, and text up to a line.
 */
final class Replica {
  private ClientState state = ClientState.EMPTY;
  private long lastText;

  /**
   * What came of a block.
   *
   * @param answer what to tell the server
   * @param changed the entries, if they are others or of another version than before
   */
  record Outcome(Optional<ClientMessage> answer, Optional<ClientState> changed) {}

  Outcome apply(Block block) {
    ClientState before = state;
    ClientState.Applied applied = before.apply(block);
    state = applied.state();
    Optional<ClientMessage> answer =
        switch (applied.reply()) {
          case NOTHING -> Optional.empty();
          case ACK -> Optional.of(new ClientMessage.Ack(state.position()));
          case SYNC_REQUEST -> Optional.of(new ClientMessage.SyncRequest(state.position()));
        };
    boolean same = state.version() == before.version() && state.entries().equals(before.entries());
    return new Outcome(answer, same ? Optional.empty() : Optional.of(state));
  }

  /**
   * Whether a line is new. Lines come in order and once; after a RESUME some may come again. A jump
   * means that the server dropped some, and it says so itself.
   */
  boolean isNew(ServerMessage.Text text) {
    if (text.number() <= lastText) {
      return false;
    }
    lastText = text.number();
    return true;
  }

  /** Asks for a seat from where this stands. */
  ClientMessage.Resume resume(String session, String token) {
    Optional<Position> position =
        state.version() > 0 ? Optional.of(state.position()) : Optional.empty();
    return new ClientMessage.Resume(session, token, position, OptionalLong.of(lastText));
  }
}

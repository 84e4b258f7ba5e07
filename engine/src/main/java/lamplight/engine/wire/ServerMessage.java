package lamplight.engine.wire;

import java.util.OptionalLong;
import java.util.Set;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.Block;

/** What a server says to a client. */
public sealed interface ServerMessage {

  /** Answer to HELLO: what this connection has from now on. */
  record Welcome(int protocol, String server, Set<Capability> capabilities)
      implements ServerMessage {
    public Welcome {
      capabilities = Set.copyOf(capabilities);
    }
  }

  /** You are in; for a telnet player the token is the seat's rejoin words. */
  record Session(String session, String player, String token, String world)
      implements ServerMessage {}

  /** A world that can be played, by so many players ({@code 1-4}). */
  record World(String id, String players, String title) implements ServerMessage {}

  /** A session that can be joined. */
  record Open(String session, String world, int players, int maximum, String title)
      implements ServerMessage {}

  /** The answer to LIST is complete. */
  record End() implements ServerMessage {}

  /** All state. */
  record FullSync(Block.Snapshot snapshot) implements ServerMessage {}

  /** What became of some of it. */
  record DeltaSync(Block.Delta delta) implements ServerMessage {}

  /** What an idle replica should be. */
  record Check(Block.Check check) implements ServerMessage {}

  /** Something happened; {@code timestamp} in Unix seconds. */
  record Event(String type, String player, String detail, long timestamp)
      implements ServerMessage {}

  /**
   * A line of prose, numbered for its player from 1. An empty line ends a paragraph. A number that
   * jumps is a stated gap.
   */
  record Text(long number, TextKind kind, Line line) implements ServerMessage {}

  /** The command with that number was carried out. */
  record Ok(long seq) implements ServerMessage {}

  /** ERROR: refused; nothing changed. */
  record Refused(OptionalLong seq, Refusal code, String text) implements ServerMessage {}

  /** Transient, from another player. */
  record Live(String player, String type, String data) implements ServerMessage {}

  record Ping(String nonce) implements ServerMessage {}

  record Pong(String nonce) implements ServerMessage {}

  /** The connection ends. */
  record Bye(Farewell code, String text) implements ServerMessage {}
}

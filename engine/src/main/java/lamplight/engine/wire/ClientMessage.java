package lamplight.engine.wire;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import lamplight.engine.sync.Position;

/** What a client says to a server. */
public sealed interface ClientMessage {

  /** The number that an answer repeats, if the sender gave one. */
  default OptionalLong seq() {
    return OptionalLong.empty();
  }

  record Hello(int protocol, String client, Set<Capability> capabilities) implements ClientMessage {
    public Hello {
      capabilities = Set.copyOf(capabilities);
    }
  }

  /** Asks for the worlds and the open sessions. */
  record ListAll() implements ClientMessage {}

  /** A new session; the caller is its host. */
  record Create(String world, String name, Optional<String> password) implements ClientMessage {}

  /** A new seat in a session. */
  record Join(String session, String name, Optional<String> password) implements ClientMessage {}

  /**
   * The old seat again.
   *
   * @param session empty if {@code token} is a seat's rejoin words
   * @param position what the replica is, if there is one
   * @param lastText number of the last TEXT that was received; the lines after it are wanted
   */
  record Resume(String session, String token, Optional<Position> position, OptionalLong lastText)
      implements ClientMessage {}

  /** A player's command in plain words. */
  record Command(OptionalLong seq, String text) implements ClientMessage {}

  /** A block is applied; this is the replica now. */
  record Ack(Position position) implements ClientMessage {}

  /** Bring me up to date from here. */
  record SyncRequest(Position position) implements ClientMessage {}

  /** Transient: typing, a pointer on the map. */
  record Live(String type, String data) implements ClientMessage {}

  /** A page of a handout. */
  record Fetch(String handout, String page) implements ClientMessage {}

  record Ping(String nonce) implements ClientMessage {}

  record Pong(String nonce) implements ClientMessage {}

  /** Gives the seat up. */
  record Leave() implements ClientMessage {}

  /** Ends the connection and keeps the seat. */
  record Bye() implements ClientMessage {}
}

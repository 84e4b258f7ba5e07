package lamplight.tui.link;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * What is said between this client and a server, as a state machine: told what happens on the wire
 * and what the player wants, it answers what is to be done.
 */
public interface Conversation {
  /** Does what is due at a time. Call at the times that {@link #wake} gives. */
  List<Act> tick(long now);

  /** When {@link #tick} has something to do next. */
  long wake();

  /** The connection is there. */
  List<Act> opened(long now);

  /** The connection could not be made or has ended; {@code reason} is a sentence for people. */
  List<Act> lost(String reason, long now);

  /** Bytes from the server; all are consumed. */
  List<Act> received(ByteBuffer bytes, long now);

  /** Asks for the worlds and the open sessions. */
  List<Act> browse();

  /** Begins a new game. */
  List<Act> create(String world, String player, Optional<String> password);

  /**
   * Takes a seat in a session: the one that {@code token} opens, if it still does, or a new one.
   */
  List<Act> join(String session, String player, Optional<String> password, Optional<String> token);

  /** Takes the seat that rejoin words open. */
  List<Act> resume(String words);

  /** A player's command. */
  List<Act> command(String text);

  /** Lets the others know that the player is typing, if they can be told. */
  List<Act> typing();

  /** The window has another size now. */
  List<Act> resized(int columns, int rows);

  /** Gives the seat up, if there is one; to be followed by {@link #bye}. */
  List<Act> leave();

  /** Says goodbye. */
  List<Act> bye();
}

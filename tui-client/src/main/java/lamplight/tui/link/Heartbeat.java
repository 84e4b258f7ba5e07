package lamplight.tui.link;

import java.util.Optional;
import lamplight.engine.wire.ClientMessage;

/**
 * Whether a connection lives: it is asked now and then, and how long the answer takes is how good
 * it is. All times are the clock's milliseconds.
 */
final class Heartbeat {
  static final long PING_EVERY = 10_000;

  /** Without a byte for this long the line counts as lost. */
  static final long SILENCE = 25_000;

  /** A server that does not answer HELLO within this time is none of ours. */
  static final long GREETING = 5_000;

  private static final int UNKNOWN = -1;

  private long openedAt;
  private long heardAt;
  private long pingAt;
  private int delay = UNKNOWN;

  /** A connection begins; it is asked for the first time at once. */
  void opened(long now) {
    openedAt = now;
    heardAt = now;
    pingAt = now + 1;
  }

  /** Bytes came. */
  void heard(long now) {
    heardAt = now;
  }

  /** The connection has ended. */
  void lost() {
    delay = UNKNOWN;
  }

  /** When HELLO must have its answer. */
  long greetingEnds() {
    return openedAt + GREETING;
  }

  /** When the line counts as lost, if nothing comes before. */
  long silenceEnds() {
    return heardAt + SILENCE;
  }

  long pingAt() {
    return pingAt;
  }

  /** The question whether the server lives, if it is time. */
  Optional<ClientMessage.Ping> ping(long now) {
    if (now < pingAt) {
      return Optional.empty();
    }
    pingAt = now + PING_EVERY;
    return Optional.of(new ClientMessage.Ping(Long.toString(now)));
  }

  /**
   * The server answers {@link #ping}. Returns whether the line holds: a server that falls over at
   * each command does not get so far.
   */
  boolean pong(String nonce, long now) {
    try {
      delay = (int) Math.max(0, Math.min(Integer.MAX_VALUE, now - Long.parseLong(nonce)));
    } catch (NumberFormatException e) {
      return false; // Not an answer to a PING of ours.
    }
    return now - openedAt >= PING_EVERY;
  }

  /** Milliseconds there and back; -1 until measured. */
  int delay() {
    return delay;
  }
}

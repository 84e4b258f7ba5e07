package lamplight.server.transport.telnet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import lamplight.engine.session.SessionLimits;
import lamplight.engine.sync.TokenBucket;

/**
 * Lines that were typed before their turn came, as by somebody who pastes a script. They are taken
 * in their order, as fast as the lobby or a game carries commands out, so that these have to refuse
 * few.
 */
final class TypeAhead {
  /** Lines after which nothing more is read from the client until few wait. */
  static final int MANY = 64;

  private static final int FEW = 16;

  /** Letters of all that may wait: what was on its way when reading stopped, and no flood. */
  private static final int MOST_LETTERS = 512 * 1024;

  /** What a line counts beside its letters. */
  private static final int LINE = 32;

  private final TokenBucket lobby =
      new TokenBucket(SessionLimits.LOBBY_MILLIS, SessionLimits.LOBBY_BURST);
  private final TokenBucket game =
      new TokenBucket(SessionLimits.COMMAND_MILLIS, SessionLimits.COMMAND_BURST);
  private TokenBucket pace = lobby;

  /** Each line; empty for one that was too long. */
  private final Deque<Optional<String>> lines = new ArrayDeque<>(1);

  private int letters;
  private boolean full;

  /** Whether it is a game that takes the lines. */
  void seated(boolean on) {
    pace = on ? game : lobby;
  }

  /** Keeps a line. Returns false if it has no room: no player's client sends so much. */
  boolean add(Optional<String> line) {
    letters += cost(line);
    lines.add(line);
    return letters <= MOST_LETTERS;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Whether so many lines wait that no more should be read; until only few are left. */
  boolean isFull() {
    full = lines.size() > (full ? FEW : MANY);
    return full;
  }

  /**
   * Whether the first line's turn has come, if there is one. One of Enter alone costs nothing.
   *
   * @param now milliseconds
   */
  boolean isDue(long now) {
    return !lines.isEmpty() && (isBlank() || now >= pace.nextAt());
  }

  /** When the first line's turn comes; may be past. */
  long dueAt() {
    return pace.nextAt();
  }

  /** Takes the first line, whose turn has come. */
  Optional<String> next(long now) {
    if (!isBlank()) {
      var unused = pace.take(now);
    }
    Optional<String> line = lines.remove();
    letters -= cost(line);
    return line;
  }

  void clear() {
    lines.clear();
    letters = 0;
  }

  private boolean isBlank() {
    return lines.element().filter(String::isBlank).isPresent();
  }

  private static int cost(Optional<String> line) {
    return line.map(String::length).orElse(0) + LINE;
  }
}

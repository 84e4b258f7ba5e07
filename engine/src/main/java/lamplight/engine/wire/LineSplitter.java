package lamplight.engine.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import lamplight.engine.model.Refusal;

/**
 * Cuts a stream of bytes into lines, wherever its segments end. LF ends a line, a CR before it is
 * dropped. Never holds more than one line of the limit's length: a longer one is reported once,
 * when it passes the limit, and skipped up to its LF.
 */
final class LineSplitter {
  /** Room for what most lines take; none before the first byte. */
  private static final int ROOM = 128;

  private final int limit;
  private byte[] held = {};
  private int length;
  private State state = State.HOLDING;

  private enum State {
    HOLDING,
    /** A whole line is held; the next byte begins another. */
    WHOLE,
    TOO_LONG,
    SKIPPING
  }

  LineSplitter(int limit) {
    this.limit = limit;
  }

  /** Consumes {@code bytes} up to the next line's end; false once all are consumed without one. */
  boolean advance(ByteBuffer bytes) {
    if (state == State.WHOLE || state == State.TOO_LONG) {
      state = state == State.WHOLE ? State.HOLDING : State.SKIPPING;
      length = 0;
    }
    while (bytes.hasRemaining()) {
      byte b = bytes.get();
      if (b == '\n') {
        state = state == State.SKIPPING ? State.HOLDING : State.WHOLE;
      } else if (state != State.SKIPPING && !hold(b)) {
        state = State.TOO_LONG;
      }
      if (state == State.WHOLE || state == State.TOO_LONG) {
        return true;
      }
    }
    return false;
  }

  /** Keeps a byte; a line may be one longer than the limit if that one is its CR. */
  private boolean hold(byte b) {
    if (length > limit || (length == limit && b != '\r')) {
      return false;
    }
    if (length == held.length) {
      held = Arrays.copyOf(held, Math.min(Math.max(ROOM, 2 * length), limit + 1));
    }
    held[length++] = b;
    return true;
  }

  /**
   * The characters of the line that {@link #advance} stopped at. Tabs become blanks; other control
   * characters have to be encoded.
   */
  String line() throws BadLine {
    if (state == State.TOO_LONG) {
      throw new BadLine(Refusal.LINE_TOO_LONG, "a line has at most " + limit + " bytes");
    }
    int end = length > 0 && held[length - 1] == '\r' ? length - 1 : length;
    return checked(Packed.utf8(ByteBuffer.wrap(held, 0, end)));
  }

  /** A line with blanks for tabs. */
  static String checked(String text) throws BadLine {
    String line = text.replace('\t', ' ');
    if (line.chars().anyMatch(Character::isISOControl)) {
      throw BadLine.malformed(
          "control characters are percent-encoded, such as %0A for a line feed");
    }
    return line;
  }
}

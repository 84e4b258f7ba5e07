package lamplight.server.transport.telnet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import lamplight.engine.prose.Columns;

/**
 * Data bytes to typed lines: UTF-8 that may be split anywhere, every way of ending a line, erasing,
 * and a bound.
 *
 * <p>What comes out holds no control characters: a player's line is shown to others.
 */
final class LineEditor {
  /**
   * Bytes of UTF-8 in a line; a longer one is reported and dropped up to its end. Below {@code
   * Limits.LINE} with room for the message's name.
   */
  static final int MAX_BYTES = 2048;

  /** What the editor did, for the echo and for who wants the lines. */
  interface Listener {
    /** Enter was pressed; the line may be empty. */
    void line(String text);

    void tooLong();

    /** A character was added at the line's end. */
    void added(int codePoint);

    /** Characters were taken from the line's end, together this many columns wide. */
    void erased(int columns);
  }

  private static final int BACKSPACE = 0x08;
  private static final int DELETE = 0x7F;
  private static final int CONTROL_U = 0x15;
  private static final int CONTROL_W = 0x17;
  private static final int ESCAPE = 0x1B;

  /** Where in a key's sequence we are, such as {@code ESC [ 1 ; 5 A}: it is no text. */
  private enum Sequence {
    NONE,
    ESCAPED,
    /** Behind {@code ESC [}, up to a letter or {@code ~}. */
    CONTROL,
    /** Behind {@code ESC O}: one letter. */
    SHIFT
  }

  private final Listener listener;
  private final StringBuilder line = new StringBuilder();
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final ByteBuffer undecoded = ByteBuffer.allocate(8);
  private final CharBuffer decoded = CharBuffer.allocate(8);
  private int bytes;
  private boolean tooLong;
  private boolean afterReturn;
  private Sequence sequence = Sequence.NONE;

  LineEditor(Listener listener) {
    this.listener = listener;
  }

  void accept(byte octet) {
    if (octet >= 0 && undecoded.position() == 0) { // ASCII, and not behind half a character
      take(octet);
      return;
    }
    undecoded.put(octet).flip();
    decoder.decode(undecoded, decoded, false);
    undecoded.compact();
    decoded.flip();
    decoded.codePoints().forEach(this::take);
    decoded.clear();
  }

  /** What is typed so far and not yet sent, for drawing it again behind a new prompt. */
  String typed() {
    return line.toString();
  }

  void eraseCharacter() {
    if (line.isEmpty()) {
      return;
    }
    int columns = 0;
    while (columns == 0 && !line.isEmpty()) { // combining marks go with their letter
      int start = line.offsetByCodePoints(line.length(), -1);
      int codePoint = line.codePointAt(start);
      columns = Columns.of(codePoint);
      bytes -= utf8Length(codePoint);
      line.setLength(start);
    }
    listener.erased(columns);
  }

  /** Erases blanks at the end and the word before them. */
  void eraseWord() {
    while (endsBlank()) {
      eraseCharacter();
    }
    while (!line.isEmpty() && !endsBlank()) {
      eraseCharacter();
    }
  }

  private boolean endsBlank() {
    return !line.isEmpty() && line.charAt(line.length() - 1) == ' ';
  }

  void eraseLine() {
    int columns = Columns.of(line.toString());
    reset();
    if (columns > 0) {
      listener.erased(columns);
    }
  }

  private void take(int codePoint) {
    boolean endsReturn = afterReturn && codePoint == '\n';
    if (codePoint == 0 || endsReturn) {
      afterReturn = afterReturn && !endsReturn;
      return;
    }
    afterReturn = codePoint == '\r';
    if (isKeySequence(codePoint)) {
      return;
    }
    switch (codePoint) {
      case '\r', '\n' -> enter();
      case BACKSPACE, DELETE -> eraseCharacter();
      case CONTROL_U -> eraseLine();
      case CONTROL_W -> eraseWord();
      case '\t' -> add(' ');
      default -> {
        if (!Character.isISOControl(codePoint)) {
          add(codePoint);
        }
      }
    }
  }

  /** Arrow keys and their like mean nothing here, and their letters are not the player's words. */
  private boolean isKeySequence(int codePoint) {
    Sequence before = sequence;
    sequence = Sequence.NONE;
    return switch (before) {
      case NONE -> {
        sequence = codePoint == ESCAPE ? Sequence.ESCAPED : Sequence.NONE;
        yield codePoint == ESCAPE;
      }
      case ESCAPED -> {
        sequence =
            codePoint == '[' ? Sequence.CONTROL : codePoint == 'O' ? Sequence.SHIFT : sequence;
        yield sequence != Sequence.NONE;
      }
      case CONTROL -> {
        boolean parameter = codePoint >= ' ' && codePoint < '@';
        sequence = parameter ? Sequence.CONTROL : Sequence.NONE;
        yield parameter || (codePoint >= '@' && codePoint <= '~');
      }
      case SHIFT -> codePoint >= '@' && codePoint <= '~';
    };
  }

  private void add(int codePoint) {
    bytes += utf8Length(codePoint);
    if (bytes > MAX_BYTES) {
      tooLong = true;
    }
    if (!tooLong) {
      line.appendCodePoint(codePoint);
      listener.added(codePoint);
    }
  }

  private void enter() {
    String text = line.toString();
    boolean refused = tooLong;
    reset();
    if (refused) {
      listener.tooLong();
    } else {
      listener.line(text);
    }
  }

  private void reset() {
    line.setLength(0);
    bytes = 0;
    tooLong = false;
  }

  private static int utf8Length(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
}

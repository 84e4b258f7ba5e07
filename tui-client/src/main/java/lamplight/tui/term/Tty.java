package lamplight.tui.term;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import lamplight.tui.state.Rect;
import lamplight.tui.state.Size;
import lamplight.tui.text.Clean;

/**
 * Lanterna's terminal over any stream. It writes through a {@link Pen} and a buffer (Lanterna
 * writes a few bytes at a time, and says again what the terminal knows), always in UTF-8 and whole
 * strings (Lanterna encodes characters one by one, which breaks emoji), and is told its size
 * (Lanterna would ask the terminal and wait). It reads nothing: {@link KeyDecoder} does.
 */
final class Tty extends ANSITerminal {
  private static final int BUFFER_BYTES = 16 * 1024;

  /**
   * Bracketed paste, and presses, drags and wheel of the mouse in the form that has no greatest
   * column.
   */
  private static final String MODES_ON = "\u001b[?2004h\u001b[?1000h\u001b[?1002h\u001b[?1006h";

  /**
   * Asks whether there are margins at the sides, and where the cursor is after a line was repeated
   * (tmux repeats letters only). What this draws is drawn over; {@link KeyDecoder} hears the
   * answers.
   */
  private static final String QUESTIONS = "\u001b[?69$p\u001b[%dH─\u001b[2b\u001b[6n";

  private static final String MODES_OFF = "\u001b[?1006l\u001b[?1002l\u001b[?1000l\u001b[?2004l";

  private static final String CURSOR_ON = "\u001b[?25h";
  private static final String CURSOR_OFF = "\u001b[?25l";

  /** The SGR parameters of the terminal's own colour. */
  private static final String OWN_COLOUR = "39";

  private final Pen pen;
  private Pen.Blanks blanks = (column, row) -> false;
  private Size size;
  private boolean cursor = true;

  Tty(OutputStream out, Size size) {
    super(
        InputStream.nullInputStream(),
        new BufferedOutputStream(out, BUFFER_BYTES),
        StandardCharsets.UTF_8);
    this.size = size;
    this.pen = new Pen(size, (column, row) -> blanks.at(column, row));
  }

  /** The terminal has a new size; Lanterna's screen hears of it. */
  void resize(Size next) throws IOException {
    if (!next.equals(size)) {
      size = next;
      pen.resize(next);
      getTerminalSize();
    }
  }

  /** What the terminal has answered. */
  void knows(Answers answers) {
    pen.repeats(answers.repeats());
  }

  /** Which cells are blank, as whoever draws knows it. */
  void shows(Pen.Blanks cells) {
    blanks = cells;
  }

  @Override
  protected TerminalSize findTerminalSize() {
    return new TerminalSize(size.columns(), size.rows());
  }

  @Override
  public void enterPrivateMode() throws IOException {
    super.enterPrivateMode();
    write(MODES_ON + QUESTIONS.formatted(Answers.ROW));
    cursor = true;
    flush();
  }

  @Override
  public void exitPrivateMode() throws IOException {
    write(pen.settle() + MODES_OFF + CURSOR_ON);
    cursor = true;
    super.exitPrivateMode();
  }

  @Override
  public void setCursorPosition(int column, int row) {
    pen.at(column, row);
  }

  @Override
  public void setCursorPosition(TerminalPosition position) {
    pen.at(position.getColumn(), position.getRow());
  }

  @Override
  public void setForegroundColor(TextColor colour) {
    String parameters = new String(colour.getForegroundSGRSequence(), StandardCharsets.US_ASCII);
    pen.colour(parameters.equals(OWN_COLOUR) ? "" : parameters);
  }

  /** No theme has a background. */
  @Override
  public void setBackgroundColor(TextColor colour) {}

  @Override
  public void enableSGR(SGR mark) {
    pen.mark(mark, true);
  }

  @Override
  public void disableSGR(SGR mark) {
    pen.mark(mark, false);
  }

  @Override
  public void resetColorAndSGR() {
    pen.plain();
  }

  @Override
  public void clearScreen() throws IOException {
    write(pen.settle());
    super.clearScreen();
    pen.lose();
  }

  @Override
  public void setCursorVisible(boolean visible) throws IOException {
    if (visible != cursor) {
      cursor = visible;
      write(pen.settle() + (visible ? CURSOR_ON : CURSOR_OFF));
    }
  }

  @Override
  public void putCharacter(char c) {
    putString(Character.toString(c));
  }

  /** The last gate: whatever went wrong before, nothing that is not shown reaches the terminal. */
  @Override
  public void putString(String string) {
    pen.put(string.codePoints().allMatch(Clean::isShown) ? string : "?");
  }

  /** Moves a part of the screen up by some rows; blank ones follow. */
  void scroll(Rect part, int rows) {
    pen.scroll(part.column(), part.right(), part.row(), part.bottom(), rows);
  }

  @Override
  public void bell() throws IOException {
    super.bell();
    flush();
  }

  @Override
  public void flush() throws IOException {
    write(pen.settle());
    super.flush();
  }

  private void write(String text) throws IOException {
    writeToTerminal(text.getBytes(StandardCharsets.UTF_8));
  }
}

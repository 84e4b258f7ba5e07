package lamplight.tui.term;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import lamplight.tui.state.Size;
import lamplight.tui.text.Clean;

/**
 * Lanterna's terminal over any stream. It writes through a buffer (Lanterna writes a few bytes at a
 * time), always in UTF-8 and whole strings (Lanterna encodes characters one by one, which breaks
 * emoji), and is told its size (Lanterna would ask the terminal and wait). It reads nothing: {@link
 * KeyDecoder} does.
 */
final class Tty extends ANSITerminal {
  private static final int BUFFER_BYTES = 16 * 1024;

  /**
   * Bracketed paste, and presses and wheel of the mouse in the form that has no greatest column.
   */
  private static final String MODES_ON = "\u001b[?2004h\u001b[?1000h\u001b[?1006h";

  private static final String MODES_OFF = "\u001b[?1006l\u001b[?1000l\u001b[?2004l";

  private Size size;

  Tty(OutputStream out, Size size) {
    super(
        InputStream.nullInputStream(),
        new BufferedOutputStream(out, BUFFER_BYTES),
        StandardCharsets.UTF_8);
    this.size = size;
  }

  /** The terminal has a new size; Lanterna's screen hears of it. */
  void resize(Size next) throws IOException {
    size = next;
    getTerminalSize();
  }

  @Override
  protected TerminalSize findTerminalSize() {
    return new TerminalSize(size.columns(), size.rows());
  }

  @Override
  public void enterPrivateMode() throws IOException {
    super.enterPrivateMode();
    write(MODES_ON);
    flush();
  }

  @Override
  public void exitPrivateMode() throws IOException {
    write(MODES_OFF);
    super.exitPrivateMode();
  }

  @Override
  public void putCharacter(char c) throws IOException {
    putString(Character.toString(c));
  }

  /** The last gate: whatever went wrong before, nothing that is not shown reaches the terminal. */
  @Override
  public void putString(String string) throws IOException {
    if (string.codePoints().allMatch(Clean::isShown)) {
      write(string);
    } else {
      write("?");
    }
  }

  private void write(String text) throws IOException {
    writeToTerminal(text.getBytes(StandardCharsets.UTF_8));
  }
}

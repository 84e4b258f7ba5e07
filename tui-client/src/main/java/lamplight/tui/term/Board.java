package lamplight.tui.term;

import com.googlecode.lanterna.screen.ScreenBuffer;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.Terminal;
import java.io.IOException;
import lamplight.tui.state.Rect;

/** Lanterna's screen, of which a part of some columns can move up; Lanterna's moves whole rows. */
final class Board extends TerminalScreen {
  private final Terminal terminal;

  Board(Terminal terminal) throws IOException {
    super(terminal);
    this.terminal = terminal;
    if (terminal instanceof Tty tty) {
      tty.shows((column, row) -> getBackBuffer().getCharacterAt(column, row).equals(Cells.BLANK));
    }
  }

  /** Moves a part up by some rows; blank ones follow. Only a {@link Tty} can move some columns. */
  void scroll(Rect part, int rows) throws IOException {
    if (terminal instanceof Tty tty) {
      tty.scroll(part, rows);
      move(getFrontBuffer(), part, rows);
      move(getBackBuffer(), part, rows);
    } else {
      scrollLines(part.row(), part.bottom(), rows);
    }
  }

  private static void move(ScreenBuffer buffer, Rect part, int rows) {
    for (int row = part.row(); row <= part.bottom(); row++) {
      for (int column = part.column(); column <= part.right(); column++) {
        int from = row + rows;
        buffer.setCharacterAt(
            column, row, from <= part.bottom() ? buffer.getCharacterAt(column, from) : Cells.BLANK);
      }
    }
  }
}

package lamplight.tui.term;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.Terminal;
import java.io.IOException;
import lamplight.tui.view.Frame;
import org.jspecify.annotations.Nullable;

/** Brings frames to a Lanterna terminal: only cells that changed, nothing at all if none did. */
final class Painter {
  private static final Scroll NO_SCROLL = new Scroll(0, -1, 0);

  private final TerminalScreen screen;
  private final Cells cells;
  private @Nullable Frame shown;

  Painter(Terminal terminal, Looks looks) throws IOException {
    screen = new TerminalScreen(terminal);
    cells = new Cells(looks);
  }

  void start() throws IOException {
    screen.startScreen();
  }

  void stop() throws IOException {
    shown = null;
    screen.stopScreen(false);
  }

  /** The terminal must have the frame's size already. */
  void paint(Frame frame) throws IOException {
    Frame before = shown;
    if (before != null && before.equals(frame)) {
      return;
    }
    boolean resized =
        screen.doResizeIfNecessary() != null
            || before == null
            || !before.size().equals(frame.size());
    if (resized || before == null) {
      draw(frame, (column, row) -> true);
    } else {
      Scroll scroll = Scroll.between(before, frame).orElse(NO_SCROLL);
      if (scroll.rows() > 0) {
        screen.scrollLines(scroll.first(), scroll.last(), scroll.rows());
      }
      draw(frame, (column, row) -> scroll.differs(before, frame, column, row));
    }
    screen.setCursorPosition(
        frame.cursor().map(spot -> new TerminalPosition(spot.column(), spot.row())).orElse(null));
    screen.refresh(resized ? Screen.RefreshType.COMPLETE : Screen.RefreshType.DELTA);
    shown = frame;
  }

  /** Whether a cell is to be drawn. */
  private interface Wanted {
    boolean test(int column, int row);
  }

  private void draw(Frame frame, Wanted wanted) {
    for (int row = 0; row < frame.size().rows(); row++) {
      for (int column = 0; column < frame.size().columns(); column++) {
        if (wanted.test(column, row)) {
          put(frame, column, row);
        }
      }
    }
  }

  private void put(Frame frame, int column, int row) {
    String glyph = frame.glyph(column, row);
    // The right half of a wide character is Lanterna's own affair.
    if (!glyph.isEmpty()) {
      screen.setCharacter(column, row, cells.of(glyph, frame.ink(column, row)));
    }
  }
}

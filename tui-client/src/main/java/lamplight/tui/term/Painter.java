package lamplight.tui.term;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.terminal.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import lamplight.tui.view.Frame;
import org.jspecify.annotations.Nullable;

/** Brings frames to a Lanterna terminal: only cells that changed, nothing at all if none did. */
final class Painter {
  private final Board board;
  private final Cells cells;
  private final Consumer<Answers> tty;
  private volatile Answers answers = Answers.NONE;
  private @Nullable Frame shown;

  Painter(Terminal terminal, Looks looks) throws IOException {
    board = new Board(terminal);
    cells = new Cells(looks);
    tty = terminal instanceof Tty ours ? ours::knows : unused -> {};
  }

  void start() throws IOException {
    board.startScreen();
  }

  void stop() throws IOException {
    shown = null;
    board.stopScreen(false);
  }

  /** The terminal has said more of what it can do. From any thread. */
  void heard(Answers all) {
    answers = all;
  }

  /** The terminal must have the frame's size already. */
  void paint(Frame frame) throws IOException {
    Frame before = shown;
    if (before != null && before.equals(frame)) {
      return;
    }
    tty.accept(answers);
    boolean resized =
        board.doResizeIfNecessary() != null
            || before == null
            || !before.size().equals(frame.size());
    if (resized || before == null) {
      draw(frame, (column, row) -> true);
    } else {
      List<Scroll> bands = Scroll.between(before, frame, answers.margins());
      for (Scroll band : bands) {
        board.scroll(band.part(), band.rows());
      }
      draw(frame, (column, row) -> Scroll.differs(bands, before, frame, column, row));
    }
    board.setCursorPosition(
        frame.cursor().map(spot -> new TerminalPosition(spot.column(), spot.row())).orElse(null));
    board.refresh(resized ? Screen.RefreshType.COMPLETE : Screen.RefreshType.DELTA);
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
      board.setCharacter(column, row, cells.of(glyph, frame.ink(column, row)));
    }
  }
}

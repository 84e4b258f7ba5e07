package lamplight.worlds.table;

import org.jline.builtins.ScreenTerminal;

/** A terminal's screen in memory. */
final class Screen implements Paper {
  private final ScreenTerminal terminal;

  Screen(int columns, int rows) {
    terminal = new ScreenTerminal(columns, rows);
  }

  @Override
  public String write(String arrived) {
    terminal.write(arrived);
    return terminal.read();
  }

  @Override
  public String text() {
    return terminal.toString();
  }
}

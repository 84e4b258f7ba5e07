package lamplight.tui.state;

/** Columns and rows of a terminal. */
public record Size(int columns, int rows) {
  public static final int LEAST_COLUMNS = 60;
  public static final int LEAST_ROWS = 20;

  public boolean isTooSmall() {
    return columns < LEAST_COLUMNS || rows < LEAST_ROWS;
  }
}

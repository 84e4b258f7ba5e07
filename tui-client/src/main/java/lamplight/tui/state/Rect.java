package lamplight.tui.state;

/** A part of the screen; column and row count from 0 at the upper left. */
public record Rect(int column, int row, int columns, int rows) {
  public int right() {
    return column + columns - 1;
  }

  public int bottom() {
    return row + rows - 1;
  }

  /** What is inside the border. */
  public Rect inner() {
    return new Rect(column + 1, row + 1, Math.max(0, columns - 2), Math.max(0, rows - 2));
  }

  /** The same with blank columns at both sides. */
  public Rect padded(int blanks) {
    return new Rect(column + blanks, row, Math.max(0, columns - 2 * blanks), rows);
  }

  public boolean contains(int atColumn, int atRow) {
    return atColumn >= column && atColumn <= right() && atRow >= row && atRow <= bottom();
  }

  /** What belongs to both. */
  public Rect common(Rect other) {
    int left = Math.max(column, other.column);
    int top = Math.max(row, other.row);
    return new Rect(
        left,
        top,
        Math.max(0, Math.min(right(), other.right()) - left + 1),
        Math.max(0, Math.min(bottom(), other.bottom()) - top + 1));
  }

  /** The part from a column and a row to the lower right. */
  public Rect from(int fromColumn, int fromRow) {
    return new Rect(fromColumn, fromRow, right() - fromColumn + 1, bottom() - fromRow + 1);
  }
}

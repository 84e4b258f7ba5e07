package lamplight.tui.term;

/**
 * What a terminal has said that it can do; until then it is asked for nothing that not all can.
 *
 * @param margins move some columns of its rows alone
 * @param repeats repeat a character
 */
record Answers(boolean margins, boolean repeats) {
  static final Answers NONE = new Answers(false, false);

  /** The row, counted from 1, on which repeating is tried: no key is reported with its number. */
  static final int ROW = 3;

  /** The column, counted from 1, to which a sign and two repetitions of it bring the cursor. */
  private static final int REPEATED = 4;

  /** The answer to a question about a mode; 1 and 2 are on and off, others are no. */
  Answers mode(int number, int state) {
    return number == 69 ? new Answers(state == 1 || state == 2, repeats) : this;
  }

  /** The answer to the question where the cursor is. */
  Answers cursor(int row, int column) {
    return row == ROW ? new Answers(margins, column == REPEATED) : this;
  }
}

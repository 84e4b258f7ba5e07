package lamplight.engine.load;

import java.util.Comparator;

/**
 * Something wrong with a world's files: where, what, and what to do.
 *
 * @param line from 1; 0: the file as a whole
 * @param column from 1
 * @param hint what to do; "" if there is nothing to add
 */
public record Problem(
    String file, int line, int column, Severity severity, String message, String hint) {

  /** By place, as an author works through them. */
  public static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparing(Problem::line)
          .thenComparing(Problem::column)
          .thenComparing(Problem::message);

  public static Problem of(Mark at, Severity severity, String message, String hint) {
    return new Problem(at.file(), at.line(), at.column(), severity, message, hint);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** One line: {@code rooms/mill.yaml:41:9: what is wrong; what to do}. */
  @Override
  public String toString() {
    return new Mark(file, line, column)
        + ": "
        + (isError() ? "" : severity.word() + ": ")
        + message
        + (hint.isEmpty() ? "" : "; " + hint);
  }
}

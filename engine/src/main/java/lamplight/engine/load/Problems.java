package lamplight.engine.load;

import java.util.ArrayList;
import java.util.List;

/** Collects problems while a world is read. */
public final class Problems {
  /** More than this nobody reads; what is found beyond is not kept. */
  public static final int MOST = 1_000;

  private final List<Problem> found = new ArrayList<>();

  public void add(Problem problem) {
    if (found.size() < MOST) {
      found.add(problem);
    }
  }

  public void error(Mark at, String message, String hint) {
    add(Problem.of(at, Severity.ERROR, message, hint));
  }

  public void warning(Mark at, String message, String hint) {
    add(Problem.of(at, Severity.WARNING, message, hint));
  }

  public void advice(Mark at, String message, String hint) {
    add(Problem.of(at, Severity.ADVICE, message, hint));
  }

  /** Whether there is more than advice. */
  public boolean hasWarnings() {
    return found.stream().anyMatch(problem -> problem.severity() != Severity.ADVICE);
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(Problem::isError);
  }

  /** Whether a file has errors. */
  boolean hasErrors(String file) {
    return found.stream().anyMatch(problem -> problem.isError() && problem.file().equals(file));
  }

  /** All problems by place, each once. */
  public List<Problem> sorted() {
    return found.stream().distinct().sorted(Problem.ORDER).toList();
  }
}

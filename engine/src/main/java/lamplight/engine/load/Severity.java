package lamplight.engine.load;

import java.util.Locale;

/** How bad a problem is. */
public enum Severity {
  /** The world cannot be played. */
  ERROR,
  /** The world can be played, and something in it is hardly meant so. */
  WARNING,
  /** Something that is often meant so, and sometimes not. */
  ADVICE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

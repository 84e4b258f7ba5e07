package lamplight.engine.load;

import java.util.Locale;

/** How bad a problem is. */
public enum Severity {
  /** The world cannot be played. */
  ERROR,
  /** The world can be played, and its author should have a look. */
  WARNING;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

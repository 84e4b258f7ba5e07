package lamplight.engine.model;

/**
 * The answer to a condition. A full state never answers UNKNOWN; what one player knows of it often
 * does (Kleene's logic).
 */
public enum Truth {
  NO,
  UNKNOWN,
  YES;

  public static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  public Truth and(Truth other) {
    return compareTo(other) < 0 ? this : other;
  }

  public Truth or(Truth other) {
    return compareTo(other) > 0 ? this : other;
  }

  public Truth not() {
    return switch (this) {
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
      case YES -> NO;
    };
  }
}

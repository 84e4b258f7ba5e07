package lamplight.engine.model;

import java.util.List;

/**
 * A variable that rules set and ask. Its value is a number within bounds: 0 or 1 for a flag, an
 * index for an enum.
 *
 * @param open whether every player's screen may know it
 */
public record Variable(
    VariableId id,
    Type type,
    Scope scope,
    boolean open,
    List<String> values,
    int min,
    int max,
    int start) {
  public Variable {
    values = List.copyOf(values);
    if (min > max || start < min || start > max) {
      throw new IllegalArgumentException(
          "variable " + id + ": start " + start + " is not from " + min + " to " + max);
    }
  }

  /** What its values are. */
  public enum Type {
    FLAG,
    INT,
    ENUM
  }

  /** Who has a value of their own. */
  public enum Scope {
    SHARED,
    PLAYER,
    ROLE
  }

  /** The nearest value within the bounds. */
  public int clamp(long value) {
    return (int) Math.max(min, Math.min(max, value));
  }

  /** A value as data and protocol write it. */
  public String show(int value) {
    return switch (type) {
      case FLAG -> value == 0 ? "false" : "true";
      case INT -> Integer.toString(value);
      case ENUM -> values.get(value);
    };
  }
}

package lamplight.engine.model;

import java.util.List;
import java.util.stream.IntStream;

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
    ENUM,
    /** Some of its values at once; its number has a bit for each, the first the lowest. */
    SET
  }

  /** How many values a set can be of. */
  public static final int LARGEST_SET = 30;

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

  private List<String> members(int set) {
    return IntStream.range(0, values.size())
        .filter(member -> (set & (1 << member)) != 0)
        .mapToObj(values::get)
        .toList();
  }

  /** A value as data and protocol write it. */
  public String show(int value) {
    return switch (type) {
      case FLAG -> value == 0 ? "false" : "true";
      case INT -> Integer.toString(value);
      case ENUM -> values.get(value);
      case SET -> value == 0 ? "none" : String.join(", ", members(value));
    };
  }
}

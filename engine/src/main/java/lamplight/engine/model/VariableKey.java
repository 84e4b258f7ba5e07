package lamplight.engine.model;

import java.util.Comparator;

/**
 * Where a variable's value is kept.
 *
 * @param owner a player's or role's id, or "" for a shared one
 */
public record VariableKey(VariableId variable, String owner) implements Comparable<VariableKey> {
  private static final Comparator<VariableKey> ORDER =
      Comparator.comparing(VariableKey::variable).thenComparing(VariableKey::owner);

  @Override
  public int compareTo(VariableKey other) {
    return ORDER.compare(this, other);
  }
}

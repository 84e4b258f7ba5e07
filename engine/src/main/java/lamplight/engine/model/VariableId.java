package lamplight.engine.model;

/** The id of a variable. */
public record VariableId(String value) implements Id, Comparable<VariableId> {
  public VariableId {
    Id.checked(value);
  }

  @Override
  public int compareTo(VariableId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

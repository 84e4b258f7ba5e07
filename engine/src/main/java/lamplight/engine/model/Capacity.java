package lamplight.engine.model;

/**
 * How much somebody can carry, or something can hold.
 *
 * @param things how many, what lies inside them not counted
 * @param weight of all of them, with what lies inside them
 * @param bulk of all of them
 */
public record Capacity(int things, int weight, int bulk) {
  /** More than there is of anything. */
  public static final int BOUNDLESS = 1_000_000_000;

  /** So many things, whatever they are. */
  public static Capacity of(int things) {
    return new Capacity(things, BOUNDLESS, BOUNDLESS);
  }

  /** What there can be too much of. */
  public enum Limit {
    THINGS,
    WEIGHT,
    BULK
  }
}

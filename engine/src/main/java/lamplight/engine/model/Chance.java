package lamplight.engine.model;

/**
 * The source of everything random in a session: a seed that a state carries and each draw moves on
 * (SplitMix64, Steele, Lea and Flood 2014). Draws are taken in a defined order, so the same seed
 * and inputs give the same game.
 */
public final class Chance {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long seed;

  public Chance(long seed) {
    this.seed = seed;
  }

  /** The seed for the next draw. */
  public long seed() {
    return seed;
  }

  /**
   * A number from 0 to {@code bound - 1}.
   *
   * @param bound at least 1
   */
  public int draw(int bound) {
    seed += GAMMA;
    long mixed = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return (int) Math.floorMod(mixed ^ (mixed >>> 31), (long) bound);
  }

  /** Whether something that happens in so many of 100 cases happens now. */
  public boolean percent(int percent) {
    return draw(100) < percent;
  }
}

package lamplight.engine.model;

/**
 * Counts down while its condition holds.
 *
 * @param length what it is wound up to: turns of the party, or seconds
 * @param running whether it starts by itself when the world begins
 */
public record Timer(TimerId id, Unit unit, int length, Condition runsWhile, boolean running) {
  /** What it counts. */
  public enum Unit {
    TURNS,
    SECONDS
  }

  /** How it stands when the world begins. */
  public TimerState start() {
    return new TimerState(running, length);
  }
}

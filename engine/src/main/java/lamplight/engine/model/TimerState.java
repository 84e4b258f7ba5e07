package lamplight.engine.model;

/** How far a timer has come. */
public record TimerState(boolean running, int remaining) {}

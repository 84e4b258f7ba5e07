package lamplight.engine.model;

/** A place on the map in steps from its origin. */
public record Position(int east, int north, int up) {}

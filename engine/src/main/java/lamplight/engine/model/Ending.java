package lamplight.engine.model;

/** A way in which a world can end. */
public record Ending(EndingId id, String title, boolean won, Text text) {}

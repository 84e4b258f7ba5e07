package lamplight.engine.model;

/** Something that the party is given points for, once. */
public record Score(ScoreId id, int points, String text) {}

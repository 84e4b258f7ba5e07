package lamplight.engine.model;

/**
 * Something that players can achieve, once.
 *
 * @param text read on achieving it; empty: the title says it
 * @param perPlayer whether each player achieves it alone, or one for the party
 */
public record Achievement(AchievementId id, String title, Text text, boolean perPlayer) {}

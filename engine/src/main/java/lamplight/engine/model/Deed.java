package lamplight.engine.model;

import java.util.Optional;

/**
 * Something that a player did lately.
 *
 * @param turn the party's turn
 * @param millis the session's clock
 */
public record Deed(
    PlayerId player, ActionId action, Optional<Referent> noun, int turn, long millis) {}

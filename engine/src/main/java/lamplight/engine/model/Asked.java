package lamplight.engine.model;

import java.util.Optional;

/**
 * What a rule has asked a player, until the player's next command. The parser's own questions are
 * in the {@link Mind}.
 *
 * @param name which question of the world it is, to be answered with yes or no; "" if the answer
 *     completes an action
 * @param action the action that wants a noun
 * @param noun the first noun when it was asked
 * @param second the second noun
 */
public record Asked(
    String name, Optional<ActionId> action, Optional<Referent> noun, Optional<Referent> second) {}

package lamplight.engine.parse;

import java.util.Optional;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Direction;

/**
 * An action with ids in place of its nouns, as an author names it in a rule.
 *
 * @param noun an id, or {@code any}, {@code person}, {@code player}
 * @param way the direction, if the words name one
 */
public record Trigger(
    ActionId action, Optional<String> noun, Optional<String> second, Optional<Direction> way) {}

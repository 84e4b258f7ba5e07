package lamplight.engine.rules;

import java.util.Set;
import lamplight.engine.model.PlayerId;

/**
 * What programs may want to know of an event, as the protocol's EVENT says it: {@code PLAYER_MOVED
 * alice north}.
 *
 * @param player a player's id, or {@code team}
 * @param to who could perceive it
 */
public record Notice(String type, String player, String detail, Set<PlayerId> to) {
  public Notice {
    to = Set.copyOf(to);
  }
}

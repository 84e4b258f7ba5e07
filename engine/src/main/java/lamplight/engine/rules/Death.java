package lamplight.engine.rules;

import java.util.Optional;
import lamplight.engine.model.EndingId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.Presence;
import lamplight.engine.model.RoomId;
import lamplight.engine.model.State;
import lamplight.engine.model.Text;

/**
 * What happens to a player who has no health left and whom no rule has helped.
 *
 * <p>Fair to a party: nobody is shut out while others play on. A player comes back as long as
 * anybody who is here has a life left, even one who has none; only when the last life of all who
 * are here is gone, the game ends. So whoever is careless costs points, not the others' game, and
 * puzzles for two stay possible.
 *
 * @param text read by the player and those who see it; empty: a standard text
 * @param revive where the player comes back; empty: where the world begins
 * @param lives how many each player has, from 1; empty: without end
 * @param cost points that the party loses, from 0
 * @param drop whether what the player carries stays where it happened
 * @param ending how the game ends when no life is left; there if and only if lives are
 */
public record Death(
    Text text,
    Optional<RoomId> revive,
    Optional<Integer> lives,
    int cost,
    boolean drop,
    Optional<EndingId> ending) {

  /** How many lives a player has left; at least 0. Without end: so many that it never matters. */
  public int left(State state, PlayerState player) {
    return Math.max(0, lives.orElse(Integer.MAX_VALUE) - state.deaths(player.id()));
  }

  /** Whether nobody who is here has a life left, nor the player who has just died. */
  public boolean isLast(State state, PlayerState died) {
    return state.players().values().stream()
        .filter(player -> player.presence() == Presence.HERE || player.id().equals(died.id()))
        .allMatch(player -> left(state, player) == 0);
  }
}

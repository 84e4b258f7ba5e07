package lamplight.engine.model;

import java.util.Optional;

/**
 * Something that a player did lately.
 *
 * @param turn the party's turn
 * @param millis the session's clock
 * @param number grows by one from deed to deed of a session; 0 until the state has taken it
 */
public record Deed(
    PlayerId player, ActionId action, Optional<Referent> noun, int turn, long millis, int number) {

  /** A deed that no state has taken yet. */
  public Deed(PlayerId player, ActionId action, Optional<Referent> noun, int turn, long millis) {
    this(player, action, noun, turn, millis, 0);
  }

  Deed after(Deed last) {
    return new Deed(player, action, noun, turn, millis, last.number + 1);
  }
}

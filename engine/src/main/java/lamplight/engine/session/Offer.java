package lamplight.engine.session;

import lamplight.engine.model.World;
import lamplight.engine.model.WorldId;
import lamplight.engine.model.WorldInfo;

/**
 * A world that sessions can be made of, as LIST names it.
 *
 * @param tutorial whether it teaches how to play
 * @param length how long it takes, in words; may be empty
 * @param blurb what it is about; may be empty
 */
public record Offer(
    WorldId world,
    String title,
    int minPlayers,
    int maxPlayers,
    boolean tutorial,
    String length,
    String blurb) {

  public static Offer of(World world) {
    WorldInfo info = world.info();
    return new Offer(
        world.id(),
        info.title(),
        info.minPlayers(),
        info.maxPlayers(),
        info.tutorial(),
        info.length(),
        info.blurb());
  }

  /** Whether there is more to say of it than who can play it. */
  boolean isDescribed() {
    return tutorial || !length.isEmpty() || !blurb.isEmpty();
  }

  /** {@code 2-4}, or {@code 1} if that is the only number. */
  String players() {
    return minPlayers == maxPlayers ? "" + minPlayers : minPlayers + "-" + maxPlayers;
  }
}

package lamplight.engine.session;

import lamplight.engine.model.World;
import lamplight.engine.model.WorldId;

/** A world that sessions can be made of, as LIST names it. */
public record Offer(WorldId world, String title, int minPlayers, int maxPlayers) {

  public static Offer of(World world) {
    return new Offer(
        world.id(), world.info().title(), world.info().minPlayers(), world.info().maxPlayers());
  }

  /** {@code 2-4}, or {@code 1} if that is the only number. */
  String players() {
    return minPlayers == maxPlayers ? "" + minPlayers : minPlayers + "-" + maxPlayers;
  }
}

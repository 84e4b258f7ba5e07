package lamplight.engine.session;

import java.util.OptionalLong;
import lamplight.engine.model.PlayerId;

/**
 * What a host may know of a client that sits at a table.
 *
 * @param player whose seat it has
 * @param name what the player is called
 * @param link with what WELCOME granted
 * @param unacknowledged deltas that were sent since it last said how far it is
 * @param delayMillis from the last block that it acknowledged to that ACK, if there was one
 * @param reads false while it takes nothing
 */
public record ClientSummary(
    PlayerId player,
    String name,
    Link link,
    int unacknowledged,
    OptionalLong delayMillis,
    boolean reads) {}

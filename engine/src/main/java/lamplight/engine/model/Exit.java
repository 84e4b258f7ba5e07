package lamplight.engine.model;

import java.util.Optional;

/**
 * A way out of a room.
 *
 * @param when while it does not hold the way is refused
 * @param refuse what is read then; empty: the standard text
 * @param hidden not listed or drawn while {@code when} does not hold
 * @param cost energy that the way takes, 0 to 100
 * @param say read on the way
 */
public record Exit(
    RoomId to,
    Optional<ThingId> door,
    Condition when,
    Text refuse,
    boolean hidden,
    int cost,
    Text say) {}

/**
 * What a world is and how it stands: typed ids, the {@link lamplight.engine.model.World} as its
 * author defined it, the {@link lamplight.engine.model.State} of one session as an immutable value,
 * the closed set of {@link lamplight.engine.model.Change}s between two states, and the {@link
 * lamplight.engine.model.Condition}s that ask about one.
 *
 * <p>Nothing here words a text, runs a rule, or knows where a player's line comes from. Open {@link
 * lamplight.engine.model.State} first.
 */
@NullMarked
package lamplight.engine.model;

import org.jspecify.annotations.NullMarked;

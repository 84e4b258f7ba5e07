/**
 * What can be said about a world without playing it, and the transcripts that play it: the checker,
 * the runner of tests, the map.
 *
 * <p>Looks at worlds and drives the game; never changes either, and reads files only through {@code
 * load}. Open {@link lamplight.engine.check.WorldChecker} or {@link
 * lamplight.engine.check.Playthrough} first.
 */
@NullMarked
package lamplight.engine.check;

import org.jspecify.annotations.NullMarked;

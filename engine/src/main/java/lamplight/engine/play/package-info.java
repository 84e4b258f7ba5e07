/**
 * One step of the game: what players type, and what happens by itself, made into the next state and
 * the words that everybody reads.
 *
 * <p>Pure: time and chance are inputs, and a step that throws has changed nothing. Open {@link
 * lamplight.engine.play.Game} first.
 */
@NullMarked
package lamplight.engine.play;

import org.jspecify.annotations.NullMarked;

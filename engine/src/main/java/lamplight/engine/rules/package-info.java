/**
 * What happens in a world: commands, the rules that answer them, their effects, and the draft of
 * the next state on which they work.
 *
 * <p>Rules read and change only the {@link lamplight.engine.rules.Draft}; they word nothing and
 * know no player's screen. Open {@link lamplight.engine.rules.Rulebook} first.
 */
@NullMarked
package lamplight.engine.rules;

import org.jspecify.annotations.NullMarked;

/**
 * A party at its table: the lobby where sessions are made and found, and the session that plays one
 * world.
 *
 * <p>State machines: a message, a loss or a tick goes in, outputs come out. Never a thread, a
 * socket or a clock; {@code now} is Unix milliseconds that never go back. Open {@link
 * lamplight.engine.session.Session} first, then {@link lamplight.engine.session.Output}.
 */
@NullMarked
package lamplight.engine.session;

import org.jspecify.annotations.NullMarked;

/**
 * What runs the engine's state machines: connections and their owners, one serial executor a
 * session, the clock and its wake-ups, the worlds on the shelf.
 *
 * <p>It knows no sockets and no rules. Open {@link lamplight.server.runtime.Gateway} first, then
 * {@link lamplight.server.runtime.Keeper}.
 */
@NullMarked
package lamplight.server.runtime;

import org.jspecify.annotations.NullMarked;

/**
 * A server inside this process, for playing without one: lobby and sessions on one thread, behind
 * the same wire and the same lines as a real one. Open {@link lamplight.tui.host.LocalHost} first.
 * Must never be known to link, state or view: to them it is a server.
 */
@NullMarked
package lamplight.tui.host;

import org.jspecify.annotations.NullMarked;

/**
 * The load tool: many players that log in, play and measure what a server takes for it. It knows
 * the protocols as a client does and nothing of the server's inside; all of it runs in its dialer's
 * one thread. Open {@link lamplight.server.load.LoadRun} first.
 */
@NullMarked
package lamplight.server.load;

import org.jspecify.annotations.NullMarked;

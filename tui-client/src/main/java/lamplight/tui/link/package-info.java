/**
 * The connection, by the sync protocol alone: {@link lamplight.tui.link.Link} is the pure state
 * machine to read first, and names its parts; a {@link lamplight.tui.link.Wire} carries its bytes,
 * over a socket or inside this process. Plain {@code java.net} sockets with one reader thread: one
 * connection needs no Netty. Must never know screens or keys.
 */
@NullMarked
package lamplight.tui.link;

import org.jspecify.annotations.NullMarked;

/**
 * Sockets, by Netty, which is used in these packages only: event loops decode and hand on, they
 * never run rules and never wait. Open {@link lamplight.server.transport.Listeners} first, then
 * {@link lamplight.server.transport.Pipe}.
 */
@NullMarked
package lamplight.server.transport;

import org.jspecify.annotations.NullMarked;

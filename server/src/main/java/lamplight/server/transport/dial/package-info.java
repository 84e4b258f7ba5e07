/**
 * Connections to other servers, for the load tool: one event loop opens them and brings what comes
 * in. It must never look into the bytes. Open {@link lamplight.server.transport.dial.Dialer} first.
 */
@NullMarked
package lamplight.server.transport.dial;

import org.jspecify.annotations.NullMarked;

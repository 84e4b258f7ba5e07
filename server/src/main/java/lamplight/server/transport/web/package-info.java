/**
 * The web port: a page that plays in a browser, what monitors ask for, and telnet in a WebSocket.
 */
@NullMarked
package lamplight.server.transport.web;

import org.jspecify.annotations.NullMarked;

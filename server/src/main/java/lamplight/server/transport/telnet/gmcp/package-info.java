/**
 * GMCP: the game as data beside the text, for MUD clients that draw gauges, lists and maps.
 *
 * <p>All of it is told from a replica of the player's view, the same that the sync protocol keeps;
 * nothing here knows the world. Pure: no sockets, no threads, no clock. Open {@link
 * lamplight.server.transport.telnet.gmcp.Gmcp} first; {@link
 * lamplight.server.transport.telnet.gmcp.Reports} is the table of what is told.
 */
@NullMarked
package lamplight.server.transport.telnet.gmcp;

import org.jspecify.annotations.NullMarked;

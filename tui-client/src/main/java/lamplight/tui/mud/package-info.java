/**
 * Play on other people's servers: any MUD that speaks telnet. Bytes in; lines with their colours, a
 * replica made of GMCP, and bytes out. No stream and no clock is read here.
 */
@NullMarked
package lamplight.tui.mud;

import org.jspecify.annotations.NullMarked;

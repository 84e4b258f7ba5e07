/**
 * Telnet for either end of a connection: bytes to data, commands and subnegotiations, and what both
 * ends agreed on.
 *
 * <p>Knows no sockets, no time and nothing of the game; it must never wait for an answer. Open
 * {@link lamplight.engine.telnet.TelnetEnd} first; who speaks telnet gives it an {@link
 * lamplight.engine.telnet.OptionTable}, whose rows say all that it does with each option.
 */
@NullMarked
package lamplight.engine.telnet;

import org.jspecify.annotations.NullMarked;

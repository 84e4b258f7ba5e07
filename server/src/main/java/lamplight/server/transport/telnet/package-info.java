/**
 * Telnet as players' terminals really speak it: bytes to typed lines, and prose to bytes.
 *
 * <p>All of it but {@link lamplight.server.transport.telnet.TelnetForm} is pure: no sockets, no
 * threads, no clock. It must never run a rule of a world and never wait for an answer of a client.
 * Open {@link lamplight.server.transport.telnet.Terminal} first; {@link
 * lamplight.server.transport.telnet.TerminalOptions} is the one table of options.
 */
@NullMarked
package lamplight.server.transport.telnet;

import org.jspecify.annotations.NullMarked;

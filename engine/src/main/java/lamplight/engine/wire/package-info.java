/**
 * The messages of the protocol and their text form, in both directions.
 *
 * <p>Pure: bytes in, messages out, and back; never a socket, never a rule. Open {@code Messages}
 * first, the one table of all messages.
 */
@NullMarked
package lamplight.engine.wire;

import org.jspecify.annotations.NullMarked;

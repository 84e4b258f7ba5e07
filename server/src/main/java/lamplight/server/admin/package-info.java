/**
 * The commands that a host types: {@code serve}, {@code admin}, {@code world}; and the socket in
 * the data folder over which {@code admin} speaks to the running server.
 *
 * <p>A command checks its words and says one clear line when it is refused; what it does is done
 * elsewhere. Open {@link lamplight.server.admin.LamplightCommand} first, then {@link
 * lamplight.server.admin.Desk}.
 */
@NullMarked
package lamplight.server.admin;

import org.jspecify.annotations.NullMarked;

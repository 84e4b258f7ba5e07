/**
 * Where sessions outlive the server: one database, one thread that writes to it.
 *
 * <p>It knows records and summaries, and nothing of rules, connections or what a record says. Open
 * {@link lamplight.server.store.Writer} first, then {@link lamplight.server.store.Store}.
 */
@NullMarked
package lamplight.server.store;

import org.jspecify.annotations.NullMarked;

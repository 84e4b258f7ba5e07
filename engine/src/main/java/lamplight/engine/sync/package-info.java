/**
 * Keeping replicas in step: entries and their hash, what differs between two sets of them, and the
 * two ends of one connection's state lane.
 *
 * <p>Knows no rules, no messages, no sockets and no clock: time comes in as an argument. Open
 * {@link lamplight.engine.sync.EntrySet} first, then {@link lamplight.engine.sync.ServerLink} and
 * {@link lamplight.engine.sync.ClientState}.
 */
@NullMarked
package lamplight.engine.sync;

import org.jspecify.annotations.NullMarked;

/**
 * What is kept of a session so that it outlives its server: a state as flat entries, what differs
 * between two states, and the journal's records.
 *
 * <p>Pure: it makes lines of values and values of lines; it knows no file and no database, and
 * never runs a rule. Open {@link lamplight.engine.store.StateCodec} first, then {@link
 * lamplight.engine.store.JournalRecord}.
 */
@NullMarked
package lamplight.engine.store;

import org.jspecify.annotations.NullMarked;

/**
 * What can be made of a session's journal: an export that travels, a copy, a transcript, a
 * recording to look at, and a rerun that compares.
 *
 * <p>Values and bytes in memory only: it reads and writes no file. It must never let out what opens
 * a seat. Open {@link lamplight.engine.archive.Export} first.
 */
@NullMarked
package lamplight.engine.archive;

import org.jspecify.annotations.NullMarked;

/**
 * Reads a world's files into a {@link lamplight.engine.play.Story}, or says all that is wrong with
 * them: file, line, column, what, and what to do.
 *
 * <p>The only package of the engine that reads files, and only through a {@link
 * lamplight.engine.load.WorldSource}. What an author can write is in tables ({@code Keys}, {@code
 * Conditions}, {@code Effects}, {@code Hooks}): a row names a word, its shape and its reader. A
 * world that does not load gives problems, never an exception. Open {@link
 * lamplight.engine.load.WorldLoader} first.
 */
@NullMarked
package lamplight.engine.load;

import org.jspecify.annotations.NullMarked;

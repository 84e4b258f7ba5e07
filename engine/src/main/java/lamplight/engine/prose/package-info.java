/**
 * Styled words: what a player reads, before any terminal has turned it into colours; how wide words
 * are, and which word was meant.
 *
 * <p>Never knows who reads it or how it is shown. Open {@link lamplight.engine.prose.Line} first.
 */
@NullMarked
package lamplight.engine.prose;

import org.jspecify.annotations.NullMarked;

/**
 * What a player's words mean, here and now: the {@link lamplight.engine.parse.Lexicon} of a world's
 * verbs, and the {@link lamplight.engine.parse.Parser} that turns a sentence into a {@link
 * lamplight.engine.parse.Phrase}, a question, or a refusal that names the word.
 *
 * <p>Never changes a world, never runs a rule, and never lets an answer depend on things that the
 * player has not seen. Open {@link lamplight.engine.parse.Parser} first.
 */
@NullMarked
package lamplight.engine.parse;

import org.jspecify.annotations.NullMarked;

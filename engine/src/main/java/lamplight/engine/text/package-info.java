/**
 * Puts into words what happened, for one reader at a time: names and articles, persons and verbs,
 * rooms and lists.
 *
 * <p>It decides nothing: who reads what was settled before. Open {@link
 * lamplight.engine.text.Narrator} first.
 */
@NullMarked
package lamplight.engine.text;

import org.jspecify.annotations.NullMarked;

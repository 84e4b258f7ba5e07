/**
 * Words on a grid of cells: what may be shown, how wide it is, where a line breaks. Open {@link
 * lamplight.tui.text.Clean} first: everything that a server sent goes through it. Must never know a
 * terminal, a connection or the game.
 */
@NullMarked
package lamplight.tui.text;

import org.jspecify.annotations.NullMarked;

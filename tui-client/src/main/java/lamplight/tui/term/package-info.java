/**
 * Real terminals: the only package that knows Lanterna and JLine. A {@link
 * lamplight.tui.term.Front} shows a model and turns what the player does into messages; there is a
 * full screen, a line mode, and a plain mode that needs no terminal at all. Must never decide what
 * a key means or what is shown.
 */
@NullMarked
package lamplight.tui.term;

import org.jspecify.annotations.NullMarked;

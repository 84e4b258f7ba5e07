/**
 * Draws: {@link lamplight.tui.view.View} turns a model into a {@link lamplight.tui.view.Frame} of
 * cells, with box characters and inks but without any terminal. Must never change anything.
 */
@NullMarked
package lamplight.tui.view;

import org.jspecify.annotations.NullMarked;

/**
 * What there is to show, as values, and how it changes: {@link lamplight.tui.state.Update} is a
 * pure function of a model and a message. Open {@link lamplight.tui.state.Model} first. Must never
 * read a clock, a socket or a terminal, nor draw.
 */
@NullMarked
package lamplight.tui.state;

import org.jspecify.annotations.NullMarked;

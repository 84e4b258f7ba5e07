/**
 * The terminal client. {@link lamplight.tui.Main} reads the command line and wires the packages by
 * hand: {@code text} (what fits where), {@code link} (the connection), {@code state} (what there is
 * to show), {@code view} (frames) and {@code term} (real terminals). Imports go only to the left in
 * that list.
 */
@NullMarked
package lamplight.tui;

import org.jspecify.annotations.NullMarked;

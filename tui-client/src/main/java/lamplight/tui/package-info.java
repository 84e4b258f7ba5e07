/**
 * The terminal client. {@link lamplight.tui.Main} reads the command line and wires the packages by
 * hand, {@link lamplight.tui.Play} is one game from start to end. What plays: {@code text} (what
 * fits where), {@code link} (the connection), {@code state} (what there is to show), {@code view}
 * (frames) and {@code term} (real terminals), each importing only from those before it. Beside
 * them: {@code host} (games on this machine), {@code mud} (other people's servers) and {@code
 * settings} (the player's files).
 */
@NullMarked
package lamplight.tui;

import org.jspecify.annotations.NullMarked;

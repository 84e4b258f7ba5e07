package lamplight.tui.mud;

import lamplight.tui.text.Tint;

/**
 * What this client tells servers of itself.
 *
 * @param terminal the terminal's type, such as {@code xterm-256color}
 * @param reader whether everything is read aloud, so that drawings are in the way
 */
public record Abilities(String terminal, Tint.Depth depth, boolean reader) {}

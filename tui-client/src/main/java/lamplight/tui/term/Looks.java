package lamplight.tui.term;

import lamplight.tui.text.Theme;
import lamplight.tui.text.Tint;

/** How words look on a terminal: a theme, and how many colours there are to show it in. */
record Looks(Theme theme, Tint.Depth depth) {}

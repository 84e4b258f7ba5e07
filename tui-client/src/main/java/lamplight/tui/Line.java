package lamplight.tui;

import lamplight.tui.link.Conversation;
import lamplight.tui.link.Seats;
import lamplight.tui.link.Wire;

/** A way to a server: what carries the lines, what speaks over it, and the seats that are kept. */
record Line(Wire wire, Conversation link, Seats seats) {}

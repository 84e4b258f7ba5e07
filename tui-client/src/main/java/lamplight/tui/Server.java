package lamplight.tui;

import lamplight.tui.link.Conversation;
import lamplight.tui.link.Seats;
import lamplight.tui.link.Wire;

/** A server from here: what carries the bytes, what is said over it, and the seats kept there. */
record Server(Wire wire, Conversation conversation, Seats seats) {}

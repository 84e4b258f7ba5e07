/**
 * What there is to show, as values, and how it changes: {@link lamplight.tui.state.Update} is a
 * pure function of a model and a message. Open {@link lamplight.tui.state.Model} first. Must never
 * read a clock, a socket or a terminal, nor draw.
 *
 * <ul>
 *   <li>The way in and out: {@link lamplight.tui.state.Stage} says where the player is, {@code
 *       Entrance} leads on, {@code Menu} makes the rows of the start screen.
 *   <li>The game: {@link lamplight.tui.state.Scene} is the replica, {@code Prediction} what will
 *       likely come of it, {@link lamplight.tui.state.Story} what was told, {@code Hearing} what
 *       becomes of news.
 *   <li>The player: {@link lamplight.tui.state.Keys} is the table of keys, {@link
 *       lamplight.tui.state.Input} the line that is typed, {@code Pointing} what comes of a click.
 *   <li>The screen: {@link lamplight.tui.state.Layout} has the panes, {@link
 *       lamplight.tui.state.Overlay} what lies over them, {@code Covered} the keys it takes.
 * </ul>
 */
@NullMarked
package lamplight.tui.state;

import org.jspecify.annotations.NullMarked;

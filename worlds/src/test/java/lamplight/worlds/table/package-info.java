/**
 * One table: the built program, started by its launcher, with everybody who can sit at it. A
 * server, a player at the full-screen client, one at telnet and a watcher on the sync port, each in
 * a process or on a socket of their own.
 *
 * <p>Knows the program from outside only: its commands, its screens, its protocol pages. Open
 * {@link lamplight.worlds.table.MainJobIT} first.
 */
@NullMarked
package lamplight.worlds.table;

import org.jspecify.annotations.NullMarked;

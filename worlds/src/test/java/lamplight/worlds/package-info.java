/** Plays the worlds that come with Lamplight. Open {@link lamplight.worlds.WorldsTest}. */
@NullMarked
package lamplight.worlds;

import org.jspecify.annotations.NullMarked;

/** Lamplight. */
@NullMarked
package lamplight.tui;

import org.jspecify.annotations.NullMarked;

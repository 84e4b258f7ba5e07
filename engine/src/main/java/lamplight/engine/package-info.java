/** Lamplight. */
@NullMarked
package lamplight.engine;

import org.jspecify.annotations.NullMarked;

/** Lamplight. */
@NullMarked
package lamplight.server;

import org.jspecify.annotations.NullMarked;

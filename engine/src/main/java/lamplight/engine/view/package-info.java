/**
 * What one player may know of a state, as the entries of the sync protocol.
 *
 * <p>Only views leave the server: what is not in here cannot leak. Open {@link
 * lamplight.engine.view.Viewer} first.
 */
@NullMarked
package lamplight.engine.view;

import org.jspecify.annotations.NullMarked;

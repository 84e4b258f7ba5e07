/**
 * The sync protocol over TCP: bytes to messages by {@link lamplight.engine.wire.ServerEnd}, and
 * back. It must never look into a message. Open {@link lamplight.server.transport.sync.SyncForm}
 * first.
 */
@NullMarked
package lamplight.server.transport.sync;

import org.jspecify.annotations.NullMarked;

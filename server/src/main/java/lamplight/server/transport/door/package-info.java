/**
 * What a connection passes before it speaks: the header of a proxy, and TLS; and where it comes
 * from, once the proxy has said so.
 *
 * <p>Nothing here knows what is spoken behind the doors, and nothing of it runs long on an event
 * loop. Open {@link lamplight.server.transport.door.ProxyDoor} first.
 */
@NullMarked
package lamplight.server.transport.door;

import org.jspecify.annotations.NullMarked;

package lamplight.server.transport.web;

import java.nio.ByteBuffer;

/**
 * What the web port answers to a GET.
 *
 * @param type the media type, as in RFC 9110, section 8.3
 * @param body its bytes, from the position to the limit
 */
record Resource(String type, ByteBuffer body) {}

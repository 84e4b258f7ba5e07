/**
 * JSON (RFC 8259), written and read by Jackson's streams: values are maps, collections, strings,
 * numbers and truth values.
 *
 * <p>What comes from others is read within bounds. Open {@link lamplight.server.json.Json}.
 */
@NullMarked
package lamplight.server.json;

import org.jspecify.annotations.NullMarked;

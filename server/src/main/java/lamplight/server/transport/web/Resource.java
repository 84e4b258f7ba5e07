package lamplight.server.transport.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/**
 * What the web port answers to a GET.
 *
 * @param type the media type, as in RFC 9110, section 8.3
 * @param body its bytes, from the position to the limit
 * @param zipped the same in gzip's form, if that is smaller and is kept
 * @param tag what a browser asks with whether it still has the same, if that is worth asking
 */
record Resource(String type, ByteBuffer body, Optional<ByteBuffer> zipped, Optional<String> tag) {

  /** Something that is made for one answer. */
  static Resource made(String type, ByteBuffer body) {
    return new Resource(type, body, Optional.empty(), Optional.empty());
  }

  /** Something that stays as it is: compressed here once, and not for everybody who asks. */
  static Resource kept(String type, byte[] body) {
    CRC32 sum = new CRC32();
    sum.update(body);
    byte[] zipped = gzip(body);
    return new Resource(
        type,
        ByteBuffer.wrap(body),
        Optional.of(zipped).filter(bytes -> bytes.length < body.length).map(ByteBuffer::wrap),
        Optional.of("\"" + Long.toHexString(sum.getValue()) + "-" + body.length + "\""));
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

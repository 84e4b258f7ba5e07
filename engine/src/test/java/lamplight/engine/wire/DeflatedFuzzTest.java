package lamplight.engine.wire;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Timeout;

/** Whatever a server sends as a zlib stream, of lines or of frames, whole or damaged. */
@Timeout(20)
class DeflatedFuzzTest {

  private static final int BINARY = 1;
  private static final int DAMAGED = 2;

  /** The first byte says what is in the stream, and whether the rest is the stream as it stands. */
  @DictionaryFile(resourcePath = "protocol.dict")
  @FuzzTest
  void whateverAServerSends(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    Set<Capability> form = EnumSet.of(Capability.DEFLATE);
    if ((bytes[0] & BINARY) != 0) {
      form.add(Capability.BINARY);
    }
    byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
    Forms.check(form, (bytes[0] & DAMAGED) != 0 ? rest : deflated(rest));
  }

  private static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[64];
    deflater.setInput(plain);
    for (int count = chunk.length; count == chunk.length; ) {
      count = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
      out.write(chunk, 0, count);
    }
    deflater.end();
    return out.toByteArray();
  }
}

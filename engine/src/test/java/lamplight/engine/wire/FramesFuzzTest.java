package lamplight.engine.wire;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.EnumSet;
import org.junit.jupiter.api.Timeout;

/** Whatever a server sends as binary frames. */
@Timeout(20)
class FramesFuzzTest {

  @DictionaryFile(resourcePath = "protocol.dict")
  @FuzzTest
  void whateverAServerSends(byte[] bytes) {
    Forms.check(EnumSet.of(Capability.MARKUP, Capability.BINARY), bytes);
  }
}

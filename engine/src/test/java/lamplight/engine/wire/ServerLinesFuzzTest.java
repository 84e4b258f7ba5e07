package lamplight.engine.wire;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.EnumSet;
import org.junit.jupiter.api.Timeout;

/** Whatever a server sends as text. */
@Timeout(20)
class ServerLinesFuzzTest {

  @DictionaryFile(resourcePath = "protocol.dict")
  @FuzzTest
  void whateverAServerSends(byte[] bytes) {
    Forms.check(EnumSet.of(Capability.MARKUP), bytes);
  }
}

package lamplight.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;

/** Whatever a client sends: messages and problems come out, and nothing else. */
@Timeout(20)
class ClientLinesFuzzTest {

  @DictionaryFile(resourcePath = "protocol.dict")
  @FuzzTest
  void whateverAClientSends(byte[] bytes) {
    List<Inbound<ClientMessage>> whole = read(bytes, Math.max(1, bytes.length));
    assertThat(whole).hasSizeLessThanOrEqualTo(bytes.length);
    assertThat(read(bytes, 1)).as("the same, a byte at a time").isEqualTo(whole);
    List<ServerMessage> answers = new ArrayList<>();
    for (Inbound<ClientMessage> inbound : whole) {
      if (inbound instanceof Inbound.Good<ClientMessage> good) {
        assertThat(read(written(good.message()), 4096)).isEqualTo(List.of(good));
      } else {
        answers.add(((Inbound.Bad<ClientMessage>) inbound).answer());
      }
    }
    Forms.sayAlike(answers);
  }

  private static List<Inbound<ClientMessage>> read(byte[] bytes, int pieceBytes) {
    List<Inbound<ClientMessage>> read = new ArrayList<>();
    try (ServerEnd end = new ServerEnd()) {
      for (int from = 0; from < bytes.length; from += pieceBytes) {
        int count = Math.min(pieceBytes, bytes.length - from);
        read.addAll(end.read(ByteBuffer.wrap(bytes, from, count)));
      }
    }
    return read;
  }

  private static byte[] written(ClientMessage message) {
    try (ClientEnd end = new ClientEnd()) {
      return end.write(message).getBytes(UTF_8);
    }
  }
}

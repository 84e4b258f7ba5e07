package lamplight.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lamplight.engine.wire.MessagesTest.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import lamplight.engine.sync.Block;
import lamplight.engine.sync.StateHash;
import org.junit.jupiter.api.Test;

/** What a client makes of blocks. */
class ClientEndTest {

  private final ClientEnd end = new ClientEnd();

  @Test
  void aBlockIsGivenOutWholeOrNotAtAll() {
    assertThat(end.read(bytes("SNAPSHOT:1:0\nVISITED:hall\n"))).isEmpty();
    assertThat(end.read(bytes("EN"))).isEmpty();
    assertThat(end.read(bytes("D\nOK#1\n"))).hasSize(2);
  }

  @Test
  void anEndOutsideABlockEndsAList() {
    assertThat(end.read(bytes("END\n")))
        .isEqualTo(List.of(new Inbound.Good<>(new ServerMessage.End())));
  }

  @Test
  void aDeltaThatMiscountsIsReportedAndTheNextLineIsRead() {
    List<Inbound<ServerMessage>> read =
        end.read(bytes("DELTA:1:2:3:0\nVISITED:hall\nEND\nCHECK:2:0\n"));
    assertThat(read.get(0)).isInstanceOf(Inbound.Bad.class);
    assertThat(read.get(1))
        .isEqualTo(
            new Inbound.Good<>(new ServerMessage.Check(new Block.Check(2, StateHash.EMPTY))));
  }

  @Test
  void aBlockWithoutAnEndDoesNotGrowForEver() {
    assertThat(end.read(bytes("SNAPSHOT:1:0\n" + "VISITED:hall\n".repeat(Limits.BLOCK_LINES))))
        .isEmpty();
    assertThat(end.read(bytes("VISITED:hall\n")).get(0)).isInstanceOf(Inbound.Bad.class);
    assertThat(end.read(bytes("OK#1\n"))).hasSize(1);
  }

  /** Sixteen KiB of a stream can inflate to sixteen MiB. */
  @Test
  void aStreamThatInflatesToAbsurdlyMuchIsGivenUp() {
    end.read(bytes("WELCOME:1:bad:deflate\n"));
    String answers = "OK#1\n".repeat(3 * Limits.INFLATED_BYTES / 5);
    byte[] bomb = deflated(answers);
    List<Inbound<ServerMessage>> read = end.read(ByteBuffer.wrap(bomb));
    assertThat(read).hasSizeLessThan(Limits.INFLATED_BYTES / 5 + 1_000);
    assertThat(read.get(read.size() - 1)).isInstanceOf(Inbound.Bad.class);
    assertThat(end.read(ByteBuffer.wrap(bomb))).isEmpty();
  }

  private static byte[] deflated(String words) {
    Deflater deflater = new Deflater();
    deflater.setInput(words.getBytes(UTF_8));
    deflater.finish();
    byte[] buffer = new byte[64 * 1024];
    int count = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, count);
  }
}

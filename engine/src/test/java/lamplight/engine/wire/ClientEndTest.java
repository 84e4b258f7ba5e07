package lamplight.engine.wire;

import static lamplight.engine.wire.MessagesTest.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}

package lamplight.engine.sync;

import static lamplight.engine.sync.EntrySetTest.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerLinkTest {

  private static final String MANY =
      "ROOM:hall:0,0,0::A hall whose name is so long that no delta here is larger than a snapshot";

  private final Scopes scopes = new Scopes(1, outlook(view(1)));
  private final ServerLink link = new ServerLink(scopes.of("al"), 0);
  private ClientState client = ClientState.EMPTY;

  @Test
  void theFirstBlockIsASnapshotAndComesAtOnce() {
    assertThat(link.next(0))
        .hasValueSatisfying(block -> assertThat(block).isInstanceOf(Block.Snapshot.class));
    assertThat(link.upToDate()).isTrue();
    assertThat(link.next(0)).isEmpty();
  }

  @Test
  void afterAQuietSpellThreeBlocksComeAtOnceAndThenOneAnInterval() {
    List<Long> times = new ArrayList<>();
    for (long now = 0; now < 1000; now++) {
      if (now % 10 == 0) {
        change();
      }
      if (link.next(now).isPresent()) {
        times.add(now);
      }
    }
    assertThat(times).startsWith(0L, 10L, 20L, 100L, 200L, 300L);
  }

  @Test
  void changesInBetweenAreGatheredIntoOneDelta() {
    settle(0);
    settle(0);
    change();
    change();
    change();
    assertThat(link.next(1000))
        .hasValueSatisfying(
            block -> {
              Block.Delta delta = (Block.Delta) block;
              assertThat(delta.from()).isEqualTo(1);
              assertThat(delta.version()).isEqualTo(4);
              assertThat(delta.changes()).hasSize(1);
            });
  }

  @Test
  void aVersionThatChangedNothingForThisViewerSendsNothing() {
    settle(0);
    scopes.become(2, outlook(view(1)));
    assertThat(link.next(500)).isEmpty();
    scopes.become(3, outlook(view(3)));
    assertThat(link.next(500)).map(block -> ((Block.Delta) block).from()).contains(1L);
  }

  @Test
  void theEleventhUnacknowledgedDeltaIsASnapshot() {
    settle(0);
    List<String> kinds = new ArrayList<>();
    for (int i = 1; i <= 22; i++) {
      change();
      kinds.add(link.next(i * 1000L).orElseThrow().getClass().getSimpleName());
    }
    assertThat(kinds.subList(0, 10)).containsOnly("Delta");
    assertThat(kinds.get(10)).isEqualTo("Snapshot");
    assertThat(kinds.subList(11, 21)).containsOnly("Delta");
    assertThat(kinds.get(21)).isEqualTo("Snapshot");
  }

  @Test
  void aClientThatAcknowledgesIsSentDeltasForEver() {
    settle(0);
    for (int i = 1; i <= 50; i++) {
      change();
      assertThat(settle(i * 1000L)).isInstanceOf(Block.Delta.class);
    }
  }

  @Test
  void anAcknowledgementWithAWrongHashIsAnsweredWithASnapshot() {
    settle(0);
    change();
    settle(1000);
    link.acknowledge(new Position(2, StateHash.EMPTY), 1_500);
    assertThat(link.next(2000)).containsInstanceOf(Block.Snapshot.class);
    link.acknowledge(new Position(1, StateHash.EMPTY), 2_500);
    assertThat(link.next(3000)).as("what was on its way before the snapshot").isEmpty();
  }

  @Test
  void itKnowsHowFarBehindAClientIsAndHowLongTheLastAcknowledgementTook() {
    assertThat(link.delayMillis()).isEmpty();
    link.next(0).ifPresent(snapshot -> client = client.apply(snapshot).state());
    link.acknowledge(client.position(), 40);
    assertThat(link.delayMillis()).hasValue(40);
    change();
    link.next(1000).ifPresent(delta -> client = client.apply(delta).state());
    change();
    assertThat(link.next(2000)).containsInstanceOf(Block.Delta.class);
    assertThat(link.unacknowledged()).isEqualTo(2);
    link.acknowledge(client.position(), 2070);
    assertThat(link.unacknowledged()).isEqualTo(1);
    assertThat(link.delayMillis()).hasValue(1070);
  }

  @Test
  void aRequestFromAKnownVersionIsAnsweredWithOneMergedDelta() {
    settle(0);
    Position old = client.position();
    for (int i = 1; i <= 60; i++) {
      change();
      settle(i * 1000L);
    }
    link.request(old);
    Block.Delta delta = (Block.Delta) link.next(100_000).orElseThrow();
    assertThat(delta.from()).isEqualTo(1);
    assertThat(delta.version()).isEqualTo(61);
    assertThat(delta.changes()).hasSize(1);
  }

  @Test
  void aRequestFromWhereTheViewIsIsAnsweredWithAnEmptyDelta() {
    settle(0);
    link.request(client.position());
    assertThat(link.next(1000)).contains(new Block.Delta(1, 1, List.of(), view(1).hash()));
  }

  @Test
  void aRequestThatADeltaCannotAnswerGetsASnapshot() {
    settle(0);
    for (Position position :
        List.of(
            Position.NOTHING, new Position(1, StateHash.EMPTY), new Position(99, view(1).hash()))) {
      link.request(position);
      assertThat(link.next(99_000)).containsInstanceOf(Block.Snapshot.class);
    }
  }

  @Test
  void aMergedDeltaThatIsLargerThanASnapshotIsASnapshot() {
    Scopes wide = new Scopes(1, outlook(set("FLAG:a:1", "FLAG:b:1", "FLAG:c:1")));
    ServerLink other = new ServerLink(wide.of("al"), 0);
    other.next(0);
    wide.become(2, outlook(set("FLAG:z:1")));
    other.gathered();
    assertThat(other.next(1000)).containsInstanceOf(Block.Snapshot.class);
  }

  @Test
  void anIdleClientIsToldItsHashEveryTenSeconds() {
    settle(0);
    assertThat(link.nextWake()).isEqualTo(10_000);
    assertThat(link.next(9_999)).isEmpty();
    Optional<Block> check = link.next(10_000);
    assertThat(check).contains(new Block.Check(1, view(1).hash()));
    assertThat(client.apply(check.get()).reply()).isEqualTo(ClientState.Reply.NOTHING);
    assertThat(link.next(10_001)).isEmpty();
    assertThat(link.next(20_000)).containsInstanceOf(Block.Check.class);
  }

  @Test
  void theNextWakeIsWhenTheBucketHasAToken() {
    for (int i = 0; i < 3; i++) {
      change();
      settle(0);
    }
    change();
    assertThat(link.next(50)).isEmpty();
    assertThat(link.nextWake()).isEqualTo(100);
    assertThat(link.next(100)).isPresent();
  }

  /** Takes the next block and acknowledges it, as a correct client does. */
  private Block settle(long now) {
    Block block = link.next(now).orElse(new Block.Check(client.version(), client.entries().hash()));
    ClientState.Applied applied = client.apply(block);
    client = applied.state();
    if (applied.reply() == ClientState.Reply.ACK) {
      link.acknowledge(client.position(), now);
    }
    return block;
  }

  private void change() {
    scopes.become(scopes.version() + 1, outlook(view(scopes.version() + 1)));
  }

  private static Outlook outlook(EntrySet party) {
    return new Outlook(
        party, Map.of(), Map.of("al", new Outlook.Viewpoint("hall", EntrySet.EMPTY)));
  }

  private static EntrySet view(long version) {
    return set("FLAG:a:" + version, MANY);
  }
}

package lamplight.engine.sync;

import static lamplight.engine.sync.EntrySetTest.EXAMPLE;
import static lamplight.engine.sync.EntrySetTest.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lamplight.engine.sync.ClientState.Applied;
import lamplight.engine.sync.ClientState.Reply;
import org.junit.jupiter.api.Test;

class ClientStateTest {

  private static final ClientState AT_7 =
      ClientState.EMPTY.apply(Block.Snapshot.of(7, EXAMPLE.hash(), EXAMPLE)).state();

  @Test
  void aSnapshotReplacesTheReplicaAndIsAcknowledged() {
    EntrySet other = set("VISITED:yard");
    Applied applied = AT_7.apply(Block.Snapshot.of(9, other.hash(), other));

    assertThat(applied.reply()).isEqualTo(Reply.ACK);
    assertThat(applied.state().entries()).isEqualTo(other);
    assertThat(applied.state().position()).isEqualTo(new Position(9, other.hash()));
  }

  @Test
  void aDeltaThatFitsIsAppliedAndAcknowledged() {
    Applied applied =
        AT_7.apply(delta(7, "4e2ddeee", "PLAYER_ROOM:alice:library", "ITEM_OWNER:lamp:alice"));

    assertThat(applied.reply()).isEqualTo(Reply.ACK);
    assertThat(applied.state().player("alice")).map(Known.Player::room).contains("library");
    assertThat(applied.state().carriedBy("alice"))
        .extracting(Known.Item::id)
        .containsExactly("golden_key", "lamp");
  }

  @Test
  void aDeltaThatDoesNotFitChangesNothingAndIsAskedAboutOnce() {
    for (Block.Delta wrong :
        List.of(
            delta(6, "4e2ddeee", "PLAYER_ROOM:alice:library", "ITEM_OWNER:lamp:alice"),
            delta(7, "4e2ddeef", "PLAYER_ROOM:alice:library", "ITEM_OWNER:lamp:alice"),
            delta(7, "4e2ddeee", "PLAYER_ROOM:bob:library", "ITEM_OWNER:lamp:alice"))) {
      Applied applied = AT_7.apply(wrong);
      assertThat(applied.reply()).isEqualTo(Reply.SYNC_REQUEST);
      assertThat(applied.state().position()).isEqualTo(AT_7.position());
      assertThat(applied.state().entries()).isEqualTo(EXAMPLE);

      Applied again = applied.state().apply(wrong);
      assertThat(again.reply()).isEqualTo(Reply.NOTHING);

      Applied healed = again.state().apply(delta(7, EXAMPLE.hash().toString()));
      assertThat(healed.reply()).isEqualTo(Reply.ACK);
      assertThat(healed.state().apply(wrong).reply()).isEqualTo(Reply.SYNC_REQUEST);
    }
  }

  @Test
  void aSnapshotWithAWrongHashIsNotTaken() {
    Applied applied = AT_7.apply(new Block.Snapshot(9, StateHash.parse("12345678"), List.of()));
    assertThat(applied.reply()).isEqualTo(Reply.SYNC_REQUEST);
    assertThat(applied.state().entries()).isEqualTo(EXAMPLE);
  }

  @Test
  void aCheckIsVerifiedAndAsksAgainEvenIfARequestIsOut() {
    assertThat(AT_7.apply(new Block.Check(7, EXAMPLE.hash())).reply()).isEqualTo(Reply.NOTHING);

    Applied wrong = AT_7.apply(new Block.Check(8, EXAMPLE.hash()));
    assertThat(wrong.reply()).isEqualTo(Reply.SYNC_REQUEST);
    assertThat(wrong.state().apply(new Block.Check(7, StateHash.EMPTY)).reply())
        .isEqualTo(Reply.SYNC_REQUEST);
  }

  @Test
  void entriesThatItDoesNotKnowAreCarried() {
    Applied applied =
        AT_7.apply(
            delta(
                7,
                EXAMPLE.with(Entry.parse("COUNTER:turns:3:Turns")).hash().toString(),
                "COUNTER:turns:3:Turns"));
    assertThat(applied.reply()).isEqualTo(Reply.ACK);
    assertThat(applied.state().entries().get("COUNTER", "turns")).isPresent();
  }

  @Test
  void aScreenAsksInItsOwnWords() {
    EntrySet view =
        set(
            "PLAYER:bea:hall:90:80",
            "ITEM:lamp:-:hall",
            "ITEM:coin:-:in.chest",
            "ROOM:hall:0,-1,2:north=library,east=?,up=!loft,down=~pit:The Hall",
            "VISITED:hall",
            "LABEL:lamp:readable,takeable:brass lamp",
            "DOOR:gate:locked",
            "FLAG:plates:down",
            "PRESENCE:bea:away",
            "SCORE:party:5:60",
            "SCORE:broken:five:60");
    ClientState state = ClientState.EMPTY.apply(Block.Snapshot.of(1, view.hash(), view)).state();

    assertThat(state.players()).containsExactly(new Known.Player("bea", "hall", 90, 80));
    assertThat(state.itemsAt("hall")).containsExactly(new Known.Item("lamp", "-", "hall"));
    assertThat(state.itemsAt("in.chest")).hasSize(1);
    assertThat(state.room("hall").orElseThrow().exits())
        .containsExactly(
            Map.entry("north", new Known.Exit("library", Known.Passage.FREE)),
            Map.entry("east", new Known.Exit("?", Known.Passage.FREE)),
            Map.entry("up", new Known.Exit("loft", Known.Passage.BARRED)),
            Map.entry("down", new Known.Exit("pit", Known.Passage.UNSURE)));
    assertThat(state.room("hall")).map(Known.Room::z).contains(2);
    assertThat(state.visited("hall")).isTrue();
    assertThat(state.name("lamp")).isEqualTo("brass lamp");
    assertThat(state.name("coin")).isEqualTo("coin");
    assertThat(state.doors()).containsExactly(new Known.Door("gate", "locked"));
    assertThat(state.flag("plates")).contains("down");
    assertThat(state.presence("bea")).isEqualTo(Known.Presence.Where.AWAY);
    assertThat(state.presence("al")).isEqualTo(Known.Presence.Where.GONE);
    assertThat(state.score("party")).contains(new Known.Score("party", 5, 60));
    assertThat(state.score("broken")).isEmpty();
  }

  @Test
  void whatAnEntrySaysIsWrittenAsItIsRead() {
    for (Known known :
        Stream.of(
                new Known.Player("bea", "hall", 1, 2),
                Known.Item.owned("lamp", "bea"),
                new Known.Visited("hall"),
                new Known.Label("lamp", Set.of("a", "b"), "Lamp: 100%"),
                new Known.Door("gate", "open"),
                new Known.Flag("f", ""),
                new Known.Presence("bea", Known.Presence.Where.HERE),
                new Known.Score("party", 1, 2))
            .toList()) {
      assertThat(Entry.parse(known.entry().line())).isEqualTo(known.entry());
    }
  }

  private static Block.Delta delta(long from, String hash, String... changes) {
    return Block.Delta.of(
        from, from + 1, Stream.of(changes).map(Change::parse).toList(), StateHash.parse(hash));
  }
}

package lamplight.engine.sync;

import static lamplight.engine.sync.EntrySetTest.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know what, now and at the last versions, and what it costs to tell. */
class ScopesTest {

  private final Map<String, EntrySet> rooms = new HashMap<>();
  private final Map<String, Outlook.Viewpoint> viewers = new HashMap<>();
  private EntrySet party = set("FLAG:a:1");

  private Outlook outlook() {
    return new Outlook(party, rooms, viewers);
  }

  private void place(String viewer, String room) {
    viewers.put(viewer, new Outlook.Viewpoint(room, EntrySet.EMPTY));
    rooms.putIfAbsent(room, set("ITEM:" + room + "-lamp:-:" + room));
  }

  @Test
  void aViewIsPartyRoomAndOwn() {
    place("al", "hall");
    viewers.put("bo", new Outlook.Viewpoint("yard", set("FLAG:mine:1")));
    rooms.put("yard", set("DOOR:gate:open"));
    Scopes scopes = new Scopes(1, outlook());

    assertThat(scopes.of("al").entries()).isEqualTo(set("FLAG:a:1", "ITEM:hall-lamp:-:hall"));
    assertThat(scopes.of("bo").entries())
        .isEqualTo(set("FLAG:a:1", "DOOR:gate:open", "FLAG:mine:1"));
    assertThat(scopes.of("bo").view().hash()).isEqualTo(scopes.of("bo").entries().hash());
  }

  @Test
  void atLeastAHundredVersionsAreKept() {
    place("al", "hall");
    Scopes scopes = new Scopes(1, outlook());
    List<StateHash> hashes = new ArrayList<>(List.of(StateHash.EMPTY));
    for (int version = 2; version <= 500; version++) {
      hashes.add(scopes.of("al").view().hash());
      party = set("FLAG:a:" + version);
      scopes.become(version, outlook());
    }
    History history = scopes.of("al");
    assertThat(history.heldBy(new Position(400, hashes.get(400)))).isPresent();
    assertThat(history.heldBy(new Position(400, hashes.get(399)))).as("its hash").isEmpty();
    assertThat(history.heldBy(new Position(501, history.view().hash()))).as("to come").isEmpty();
    assertThat(history.heldBy(new Position(500 - Scope.VERSIONS, hashes.get(372)))).isEmpty();
  }

  @Test
  void versionsOnlyGrow() {
    Scopes scopes = new Scopes(5, outlook());
    assertThatThrownBy(() -> scopes.become(5, outlook()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatAScopesViewersGetIsWorkedOutOnceForAll() {
    List<ServerLink> links = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      place("player-" + i, "hall");
    }
    Scopes scopes = new Scopes(1, outlook());
    for (int i = 0; i < 20; i++) {
      links.add(new ServerLink(scopes.of("player-" + i), 0));
    }
    links.forEach(link -> assertThat(link.next(0)).isPresent());
    assertThat(scopes.tally().patches()).as("party and room, for all").isEqualTo(2 + 20);

    party = set("FLAG:a:2");
    rooms.put("hall", set("ITEM:hall-lamp:bo:-"));
    scopes.become(2, outlook());
    long before = scopes.tally().patches();
    List<Block> blocks = links.stream().map(link -> link.next(1000).orElseThrow()).toList();

    assertThat(scopes.tally().patches() - before).isEqualTo(2);
    for (Block block : blocks) {
      assertThat(patches(block).get(0)).isSameAs(patches(blocks.get(0)).get(0));
      assertThat(patches(block).get(1)).isSameAs(patches(blocks.get(0)).get(1));
    }
    assertThat(patches(blocks.get(0)).get(0).text())
        .isSameAs(patches(blocks.get(19)).get(0).text());
  }

  private static List<Patch> patches(Block block) {
    return ((Block.Delta) block).patches();
  }

  @Test
  void whatHappensElsewhereCostsAClientNothing() {
    place("al", "hall");
    place("bo", "yard");
    Scopes scopes = new Scopes(1, outlook());
    ServerLink al = new ServerLink(scopes.of("al"), 0);
    assertThat(al.next(0)).isPresent();
    long patches = scopes.tally().patches();
    long changes = scopes.tally().changes();
    long blocks = scopes.tally().blocks();
    for (int version = 2; version < 1000; version++) {
      rooms.put("yard", set("ITEM:yard-lamp:bo" + version + ":-"));
      scopes.become(version, outlook());
      assertThat(al.upToDate()).isTrue();
      assertThat(al.next(5_000)).isEmpty();
    }
    assertThat(scopes.tally().patches()).isEqualTo(patches);
    assertThat(scopes.tally().changes()).isEqualTo(changes);
    assertThat(scopes.tally().blocks()).isEqualTo(blocks);
  }

  @Test
  void aThingThatOnlySomeStillSeeIsNoChangeForThem() {
    place("al", "hall");
    Scopes scopes = new Scopes(1, outlook());
    ServerLink al = new ServerLink(scopes.of("al"), 0);
    al.next(0);
    viewers.put("al", new Outlook.Viewpoint("hall", set("ITEM:hall-lamp:-:hall")));
    rooms.put("hall", EntrySet.EMPTY);
    scopes.become(2, outlook());
    assertThat(al.next(1000)).isEmpty();
    assertThat(al.upToDate()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void whereverTheyGoReplicasFollow(long seed) {
    Random random = new Random(seed);
    RandomViews views = new RandomViews(seed);
    List<String> places = List.of("north", "south", "east");
    viewers.put("al", new Outlook.Viewpoint("north", EntrySet.EMPTY));
    viewers.put("bo", new Outlook.Viewpoint("south", EntrySet.EMPTY));
    Scopes scopes = new Scopes(1, outlook());
    ServerLink link = new ServerLink(scopes.of("al"), 0);
    ClientState client = ClientState.EMPTY;
    for (int version = 2; version < 600; version++) {
      stir(random, views, places);
      scopes.become(version, outlook());
      assertThat(scopes.of("al").entries()).isEqualTo(outlook().view("al"));
      if (random.nextInt(3) == 0) {
        Optional<Block> block = link.next(version * 1_000L);
        if (block.isPresent()) {
          ClientState.Applied applied = client.apply(block.get());
          assertThat(applied.reply())
              .as("seed %s", seed)
              .isNotEqualTo(ClientState.Reply.SYNC_REQUEST);
          client = applied.state();
          assertThat(client.entries()).isEqualTo(outlook().view("al"));
        }
      }
      if (random.nextInt(20) == 0) {
        link.request(client.position());
      } else if (random.nextInt(2) == 0) {
        link.acknowledge(client.position(), version * 1_000L);
      }
    }
  }

  /** Something happens somewhere, and a thing that some see passes from common to own and back. */
  private void stir(Random random, RandomViews views, List<String> places) {
    String room = places.get(random.nextInt(places.size()));
    rooms.put(room, withoutFlags(views.next(rooms.getOrDefault(room, EntrySet.EMPTY))));
    if (random.nextInt(3) == 0) {
      party = party.with(Entry.of("FLAG", "a", Integer.toString(random.nextInt(100))));
    }
    if (random.nextInt(4) == 0) {
      String to = places.get(random.nextInt(places.size()));
      EntrySet near = rooms.getOrDefault(to, EntrySet.EMPTY);
      EntrySet own = EntrySet.EMPTY;
      for (Entry entry : near) {
        if (random.nextInt(6) == 0) {
          own = own.with(entry);
          rooms.merge(to, EntrySet.EMPTY, (all, none) -> all.without(entry.key()));
        }
      }
      viewers.put("al", new Outlook.Viewpoint(to, own));
    }
    Outlook.Viewpoint al = Optional.ofNullable(viewers.get("al")).orElseThrow();
    String here = al.room();
    EntrySet own = al.own();
    for (Entry entry : rooms.getOrDefault(here, EntrySet.EMPTY)) {
      own = own.without(entry.key());
    }
    viewers.put("al", new Outlook.Viewpoint(here, own));
  }

  private static EntrySet withoutFlags(EntrySet set) {
    EntrySet rest = set;
    for (Entry entry : set) {
      rest = entry.kind().equals("FLAG") ? rest.without(entry.key()) : rest;
    }
    return rest;
  }
}

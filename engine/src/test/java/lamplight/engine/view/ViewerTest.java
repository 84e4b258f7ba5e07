package lamplight.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.load.WorldSource;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.State;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Outlook;
import org.junit.jupiter.api.Test;

/** What one player may know, as entry lines. */
class ViewerTest {
  private static final String WORLD =
      """
      title: Two Rooms
      start: hall
      variables:
        open_secret: {type: flag, public: true}
        closed_secret: {type: int, min: 0, max: 9, start: 7}
      rooms:
        hall: {name: "The Hall: East", description: A hall., exits: {east: {to: vault, door: gate}, north: attic}}
        vault: {name: The Vault, description: A vault., exits: {west: {to: hall, door: gate}}}
        attic: {name: The Attic, description: An attic., exits: {south: {to: hall, cost: 5}}}
      things:
        gate: {name: iron gate, door: {open: false, locked: true, key: key}}
        box: {name: box, at: hall, container: {open: false}}
        gem: {name: gem, at: in box}
        idol: {name: idol, at: vault}
        ghost: {name: ghost, at: hall, hidden: true}
        key: {name: key, at: hall}
        chair: {name: chair, at: attic, portable: false, enter: on}
        shelf: {name: shelf, at: attic, portable: false, supporter: {}, reach: {at: chair}}
        jar: {name: jar, at: on shelf}
        wisp: {name: wisp, at: hall, visible: {visited: attic}}
      achievements: {patient: {title: Patience}, own: {title: Own, by: player}}
      endings: {out: {title: Out, won: true}}
      rules:
        over: {on: wait, do: [{achieve: patient}, {achieve: own}, {end: out}]}
      """;

  private final Game game = game();
  private State state = game.start(1);

  private static Game game() {
    Loaded loaded =
        new WorldLoader().load(WorldSource.of("two-rooms", Map.of("world.yaml", WORLD)));
    return new Game(loaded.story().orElseThrow(() -> new AssertionError(loaded.problems())));
  }

  private List<String> view(String player) {
    return new Viewer(game.world())
        .view(state, new PlayerId(player)).stream().map(Entry::line).toList();
  }

  private void take(Input input) {
    state = game.step(state, input).state();
  }

  @Test
  void aPlayerKnowsWhatIsInSightAndNothingElse() {
    take(new Input.Join(new PlayerId("ann"), "Ann"));
    assertThat(view("ann"))
        .containsExactly(
            "DOOR:gate:locked",
            "FLAG:open_secret:false",
            "ITEM:box:-:hall",
            "ITEM:key:-:hall",
            "LABEL:ann:player:Ann",
            "LABEL:box:thing,takeable,container,openable:box",
            "LABEL:gate:door,openable:iron gate",
            "LABEL:key:thing,takeable:key",
            "PLAYER:ann:hall:100:100",
            "PRESENCE:ann:here",
            "ROOM:hall:0,0,0:north=?,east=!?:The Hall%3A East",
            "VISITED:hall");
  }

  @Test
  void whatIsTakenOrOpenedComesIntoTheView() {
    take(new Input.Join(new PlayerId("ann"), "Ann"));
    take(new Input.Command(new PlayerId("ann"), "open box. take key"));
    assertThat(view("ann")).contains("ITEM:gem:-:in.box", "ITEM:key:ann:-");
  }

  @Test
  void theMapKnowsWayThatWereGone() {
    take(new Input.Join(new PlayerId("ann"), "Ann"));
    take(new Input.Command(new PlayerId("ann"), "north"));
    assertThat(view("ann"))
        .contains(
            "ROOM:attic:0,1,0:south=~hall:The Attic",
            "ROOM:hall:0,0,0:north=attic,east=!?:The Hall%3A East")
        .doesNotContain("ITEM:box:-:hall");
  }

  @Test
  void aThingThatIsNotForAPlayersEyesIsInNoView() {
    take(new Input.Join(new PlayerId("ann"), "Ann"));
    assertThat(view("ann")).noneMatch(entry -> entry.contains("wisp"));
    take(new Input.Command(new PlayerId("ann"), "north. south"));
    assertThat(view("ann")).contains("ITEM:wisp:-:hall");
  }

  @Test
  void whatIsSeenAndNotWithinReachCannotBeTaken() {
    take(new Input.Join(new PlayerId("ann"), "Ann"));
    take(new Input.Command(new PlayerId("ann"), "north"));
    assertThat(view("ann")).contains("LABEL:jar:thing:jar", "ITEM:jar:-:on.shelf");
    take(new Input.Command(new PlayerId("ann"), "stand on chair"));
    assertThat(view("ann")).contains("LABEL:jar:thing,takeable:jar");
  }

  @Test
  void theEndIsKnownWithWhatEverybodyDid() {
    take(new Input.Join(new PlayerId("ann"), "Ann"));
    take(new Input.Command(new PlayerId("ann"), "north. south"));
    assertThat(view("ann")).noneMatch(entry -> entry.matches("(ENDING|TALLY|ACHIEVED):.*"));
    State before = state;
    take(new Input.Command(new PlayerId("ann"), "wait"));
    Viewer viewer = new Viewer(game.world());
    assertThat(viewer.outlook(viewer.outlook(before), before, state).view("ann"))
        .isEqualTo(viewer.view(state, new PlayerId("ann")));
    assertThat(view("ann"))
        .contains(
            "ENDING:out:won::Out",
            "TALLY:ann:2:2:7:0:0",
            "ACHIEVED:patient:-:Patience",
            "ACHIEVED:own.ann:ann:Own");
  }

  @Test
  void whatNotAllPerceiveIsLookedAtAgainWhereItIsAndNowhereElse() {
    Viewer viewer = new Viewer(game.world());
    Outlook outlook = viewer.outlook(state);
    EntrySet vault = EntrySet.EMPTY;
    for (String line :
        List.of(
            "ann join",
            "bob join",
            "bob take key",
            "bob unlock gate",
            "bob east",
            "ann take box",
            "ann north",
            "ann stand on chair",
            "ann look",
            "ann south",
            "ann look")) {
      PlayerId player = new PlayerId(line.substring(0, 3));
      String words = line.substring(4);
      State was = state;
      take(
          words.equals("join")
              ? new Input.Join(player, player.value())
              : new Input.Command(player, words));
      outlook = viewer.outlook(outlook, was, state);
      assertThat(outlook).as(line).isEqualTo(viewer.outlook(state));
      EntrySet seen = outlook.rooms().getOrDefault("vault", EntrySet.EMPTY);
      if (line.startsWith("ann")) {
        assertThat(seen).as(line).isSameAs(vault);
      }
      vault = seen;
    }
    assertThat(vault.size()).isPositive();
  }

  @Test
  void whoIsNotInTheSessionKnowsNothing() {
    assertThat(view("bob")).isEmpty();
  }
}

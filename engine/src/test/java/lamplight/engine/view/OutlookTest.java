package lamplight.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.Sight;
import lamplight.engine.model.State;
import lamplight.engine.play.Game;
import lamplight.engine.play.Input;
import lamplight.engine.play.Step;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.sync.Key;
import lamplight.engine.sync.Outlook;
import lamplight.engine.worlds.Played;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What all may know, worked out step by step, is what it is when it is worked out afresh. */
class OutlookTest {

  static final List<Played> WORLDS = Played.ALL;
  private static final int STEPS = 150;

  /** A world being played, and what may be known of it. */
  private static final class Table {
    final Game game;
    final Viewer viewer;
    State state;
    Outlook outlook;

    Table(Game game) {
      this.game = game;
      this.viewer = new Viewer(game.world());
      this.state = game.start(1);
      this.outlook = viewer.outlook(state);
    }

    void take(Input input) {
      Step step = game.step(state, input);
      if (!step.changes().isEmpty()) {
        outlook = viewer.outlook(outlook, state, step.state());
        assertThat(outlook).as("after %s", input).isEqualTo(viewer.outlook(step.state()));
        noKeyIsInTwoScopes();
        everybodySeesWhatIsInSight(new Sight(game.world(), step.state()));
      }
      state = step.state();
    }

    /** A look around finds what asking about every thing of the world finds. */
    private void everybodySeesWhatIsInSight(Sight sight) {
      for (PlayerId player : sight.state().players().keySet()) {
        assertThat(sight.seen(player))
            .isEqualTo(
                game.world().things().keySet().stream()
                    .filter(thing -> sight.sees(player, thing))
                    .toList());
      }
    }

    private void noKeyIsInTwoScopes() {
      for (Outlook.Viewpoint at : outlook.viewers().values()) {
        List<Key> keys = new ArrayList<>();
        for (EntrySet part : List.of(outlook.party(), outlook.rooms().get(at.room()), at.own())) {
          part.stream().map(Entry::key).forEach(keys::add);
        }
        assertThat(keys).doesNotHaveDuplicates();
      }
    }
  }

  @ParameterizedTest
  @FieldSource("WORLDS")
  void asTheTranscriptsPlay(Played world) {
    world
        .scripts()
        .forEach(
            (name, script) -> {
              Table table = new Table(world.game());
              script.stream().map(Played.Typed::player).distinct().forEach(n -> join(table, n));
              script.forEach(
                  typed -> table.take(new Input.Command(id(typed.player()), typed.text())));
            });
  }

  @ParameterizedTest
  @FieldSource("WORLDS")
  void asNobodyPlays(Played world) {
    for (int seed = 1; seed <= 2; seed++) {
      Random random = new Random(seed);
      Table table = new Table(world.game());
      List<String> players = List.of("Ann", "Bea", "Cleo").subList(0, 1 + random.nextInt(3));
      players.forEach(name -> join(table, name));
      for (int step = 0; step < STEPS; step++) {
        PlayerId player = id(players.get(random.nextInt(players.size())));
        if (random.nextInt(30) == 0) {
          table.take(new Input.Lose(player));
          table.take(new Input.Return(player, false));
        } else if (table.state.players().containsKey(player)) {
          String text = world.anything(table.state, player, random);
          table.take(new Input.Command(player, text));
        }
        table.take(new Input.Pass(random.nextInt(1500)));
      }
      players.forEach(name -> table.take(new Input.Leave(id(name))));
      assertThat(table.outlook).isEqualTo(Outlook.NOTHING);
    }
  }

  @Test
  void whatDidNotChangeIsTheSameObject() {
    Played mill =
        WORLDS.stream().filter(world -> world.name().equals("mill")).findFirst().orElseThrow();
    Table table = new Table(mill.game());
    join(table, "Ann");
    join(table, "Bea");
    table.take(new Input.Command(id("Bea"), "east"));
    Outlook before = table.outlook;
    table.take(new Input.Command(id("Bea"), "take basket"));
    String annIsAt = room(before, "ann");
    String beaIsAt = room(before, "bea");
    assertThat(table.outlook.party()).isSameAs(before.party());
    assertThat(table.outlook.rooms().get(annIsAt)).isSameAs(before.rooms().get(annIsAt));
    assertThat(table.outlook.rooms().get(beaIsAt)).isNotEqualTo(before.rooms().get(beaIsAt));
  }

  private static String room(Outlook outlook, String player) {
    return Optional.ofNullable(outlook.viewers().get(player)).orElseThrow().room();
  }

  private static void join(Table table, String name) {
    table.take(new Input.Join(id(name), name));
  }

  private static PlayerId id(String name) {
    return new PlayerId(name.toLowerCase(Locale.ROOT));
  }
}

package lamplight.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Change;
import lamplight.engine.model.Deed;
import lamplight.engine.model.PlayerId;
import lamplight.engine.model.PlayerState;
import lamplight.engine.model.State;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.StateHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written of a state is all of it, and what is written of a change is all that changed. */
class StateCodecTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  private static Entries written(State state) {
    Changes changes = new Changes(StateHash.EMPTY);
    StateCodec.compare(null, state, changes);
    Entries entries = new Entries();
    changes.puts().forEach(entries::put);
    assertThat(entries.hash()).isEqualTo(changes.hash());
    return entries;
  }

  /** A component without a row is read as something else than it was filled with. */
  @ParameterizedTest
  @MethodSource("seeds")
  void a_state_with_every_component_filled_is_read_as_it_was(long seed) {
    State state = new Filled(seed).state();
    assertThat(StateCodec.read(written(state))).as("seed %s", seed).isEqualTo(state);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_entries_are_read_as_their_lines_say(long seed) {
    Entries entries = written(new Filled(seed).state());
    assertThat(entries.all())
        .allSatisfy(entry -> assertThat(Entry.parse(entry.line())).isEqualTo(entry));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_changed_makes_one_states_entries_the_others(long seed) {
    Filled filled = new Filled(seed);
    State before = filled.state();
    State after = filled.state();
    Entries entries = written(before);
    Changes changes = new Changes(entries.hash());
    StateCodec.compare(before, after, changes);
    changes.gone().forEach(entries::gone);
    changes.puts().forEach(entries::put);
    assertThat(entries.all()).as("seed %s", seed).isEqualTo(written(after).all());
    assertThat(changes.hash()).isEqualTo(entries.hash());
  }

  @Test
  void deeds_come_and_go() {
    State state = new Filled(3).state();
    Entries entries = written(state);
    for (int n = 0; n < 2 * State.RECENT; n++) {
      Deed deed = new Deed(new PlayerId("bea"), new ActionId("take"), Optional.empty(), n, n);
      State next = state.with(new Change.Done(deed));
      Changes changes = new Changes(entries.hash());
      StateCodec.compare(state, next, changes);
      assertThat(changes.puts()).hasSize(1);
      changes.gone().forEach(entries::gone);
      changes.puts().forEach(entries::put);
      state = next;
    }
    assertThat(StateCodec.read(entries)).isEqualTo(state);
  }

  static Stream<String> components() {
    return Stream.of(State.class.getRecordComponents()).map(RecordComponent::getName);
  }

  @ParameterizedTest
  @MethodSource("components")
  void a_change_of_any_component_of_a_state_is_seen(String name) {
    RecordComponent component =
        Stream.of(State.class.getRecordComponents())
            .filter(one -> one.getName().equals(name))
            .findFirst()
            .orElseThrow();
    for (long seed = 1; seed <= 20; seed++) {
      Filled filled = new Filled(seed);
      State before = filled.state();
      State after = (State) filled.changed(before, component);
      Changes changes = new Changes(written(before).hash());
      StateCodec.compare(before, after, changes);
      assertThat(changes.isEmpty()).as("seed %s", seed).isFalse();
      assertThat(changes.hash()).isEqualTo(written(after).hash());
    }
  }

  @Test
  void the_same_state_has_no_changes() {
    State state = new Filled(5).state();
    Changes changes = new Changes(StateHash.EMPTY);
    StateCodec.compare(state, state, changes);
    StateCodec.compare(
        state, (State) Filled.make(State.class, one -> Filled.get(one, state)), changes);
    assertThat(changes.isEmpty()).isTrue();
  }

  @Test
  void a_players_entries_say_what_they_are() {
    Entries entries = new Entries();
    List.of(
            "STATE:-:turn=3",
            "PLAYER:bea:name=Bea:room=hall:new=thing",
            "SEEN:bea.lamp",
            "SEAT:bea:x")
        .forEach(line -> entries.put(Entry.parse(line)));
    State state = StateCodec.read(entries);
    PlayerState bea = state.player(new PlayerId("bea"));
    assertThat(state.turn()).isEqualTo(3);
    assertThat(bea.name()).isEqualTo("Bea");
    assertThat(bea.health()).isEqualTo(PlayerState.FULL);
    assertThat(bea.seen()).hasSize(1);
  }

  @Test
  void what_is_no_state_is_refused() {
    assertThatThrownBy(() -> StateCodec.read(new Entries()))
        .isInstanceOf(IllegalArgumentException.class);
    Entries entries = new Entries();
    entries.put(Entry.parse("STATE:-:turn=three"));
    assertThatThrownBy(() -> StateCodec.read(entries)).isInstanceOf(IllegalArgumentException.class);
  }
}

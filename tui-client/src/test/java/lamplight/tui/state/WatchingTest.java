package lamplight.tui.state;

import static lamplight.tui.state.Worlds.keyed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lamplight.engine.archive.Export;
import lamplight.engine.archive.Recording;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.TextKind;
import lamplight.engine.sync.ClientState;
import lamplight.engine.sync.Entry;
import lamplight.engine.sync.EntrySet;
import lamplight.engine.wire.ServerMessage;
import lamplight.tui.text.Row;
import org.junit.jupiter.api.Test;

/** What keys and words do to a recording. */
class WatchingTest {
  private static final Recording RECORDING =
      new Recording(
          new Export.About("otter-42", "mill", "The Mill", 0),
          "ann",
          ZoneOffset.UTC,
          List.of(moment(1, 0, "yard"), moment(5, 3_000, "hall"), moment(9, 90_000, "attic")));

  private static Recording.Moment moment(long step, long at, String room) {
    EntrySet entries = EntrySet.of(Entry.of("PLAYER", "ann", room, "100", "100"));
    return new Recording.Moment(
        step,
        step * 10,
        at,
        "00:00:00",
        List.of("go " + room),
        List.of(new ServerMessage.Text(step, TextKind.ROOM, Line.of("Here is the " + room))),
        List.of(),
        new ClientState(step, entries, false));
  }

  private static Model start() {
    Goal goal =
        Goal.of(Optional.empty(), Optional.empty(), Optional.empty(), "Somebody", Optional.empty());
    return Watching.start(
        Model.start(Settings.USUAL, goal, Memory.NONE, new Size(80, 24), 0), RECORDING);
  }

  private static Model enter(Model model, String line) {
    return Update.step(model, new Message.Entered(line)).model();
  }

  private static Model at(Model model, long now) {
    return Update.step(model, new Message.Tick(now)).model();
  }

  private static String room(Model model) {
    return model.replica().player("ann").orElseThrow().room();
  }

  private static String told(Model model) {
    return String.join("|", model.story().rows().stream().map(Row::plain).toList());
  }

  @Test
  void it_goes_on_as_fast_as_it_was_played_but_for_long_silences() {
    Model model = start();
    assertThat(room(at(model, 2_999))).isEqualTo("yard");
    Model second = at(model, 3_000);
    assertThat(room(second)).isEqualTo("hall");
    assertThat(told(second)).endsWith("> go hall|Here is the hall");
    assertThat(room(at(second, 3_000 + Playback.LONGEST))).isEqualTo("attic");
  }

  @Test
  void twice_as_fast_is_half_as_long() {
    assertThat(room(at(keyed(start(), "Up").model(), 1_500))).isEqualTo("hall");
    assertThat(room(at(keyed(start(), "Up", "Down").model(), 1_500))).isEqualTo("yard");
  }

  @Test
  void it_stops_and_goes_on() {
    Model stopped = keyed(start(), "Space").model();
    assertThat(stopped.isMoving()).isFalse();
    assertThat(room(at(stopped, 60_000))).isEqualTo("yard");
    assertThat(room(at(keyed(at(stopped, 60_000), "Space").model(), 63_000))).isEqualTo("hall");
  }

  @Test
  void steps_back_unsay_what_was_said() {
    Model back = keyed(start(), "Right", "Right", "Left").model();
    assertThat(room(back)).isEqualTo("hall");
    assertThat(told(back)).isEqualTo("> go yard|Here is the yard||> go hall|Here is the hall");
    assertThat(room(keyed(back, "Left", "Left", "Left").model())).isEqualTo("yard");
    assertThat(room(keyed(back, "End").model())).isEqualTo("attic");
    assertThat(room(keyed(back, "End", "Home").model())).isEqualTo("yard");
  }

  @Test
  void moments_are_named_by_step_version_and_time() {
    assertThat(room(enter(start(), "5"))).isEqualTo("hall");
    assertThat(room(enter(start(), "v89"))).isEqualTo("hall");
    assertThat(room(enter(start(), "00:01:30"))).isEqualTo("attic");
    assertThat(told(enter(start(), "0"))).contains("The recording begins here, at step");
    assertThat(told(enter(start(), "soon"))).contains("is no moment");
    assertThat(room(enter(start(), "step"))).isEqualTo("hall");
  }

  @Test
  void it_ends_with_its_last_words_said_when_nobody_is_there() {
    Model left = Update.step(start(), new Message.Pressed(new Key.End())).model();
    assertThat(told(left)).endsWith("Here is the attic");
    assertThat(at(at(left, 1), 2).stage()).isInstanceOf(Stage.Over.class);
    assertThat(enter(start(), "quit").stage()).isInstanceOf(Stage.Over.class);
  }
}

package lamplight.tui.state;

import static lamplight.tui.state.Worlds.after;
import static lamplight.tui.state.Worlds.enter;
import static lamplight.tui.state.Worlds.keyed;
import static lamplight.tui.state.Worlds.playing;
import static lamplight.tui.state.Worlds.typed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.model.Refusal;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.tui.link.News;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateTest {
  private static final Size SIZE = new Size(80, 24);
  private static final Key CTRL_C = new Key.Ctrl('c');

  private static Step press(Model model, Key key) {
    return Update.step(model, new Message.Pressed(key));
  }

  @Test
  void panesHaveTheSizeThatThePlayerWantsAndItIsRemembered() {
    Model model = playing(SIZE);
    Step wider = press(model, Key.named("Shift-Right"));
    assertThat(wider.model().layout().story().columns())
        .isEqualTo(model.layout().story().columns() + 2);
    assertThat(wider.intents()).containsExactly(new Intent.Remember(wider.model().memory()));
    Rect map = model.layout().map().orElseThrow();
    Step dragged = press(model, new Key.Drag(map.column() + 4, map.bottom() + 2));
    assertThat(dragged.model().layout().map().map(Rect::rows)).contains(map.rows() + 2);
    assertThat(press(model, new Key.Drag(3, 3)).intents()).isEmpty();
    Model least = model;
    for (int i = 0; i < 100; i++) {
      least = press(least, Key.named("Shift-Left")).model();
    }
    assertThat(press(least, Key.named("Shift-Left")).intents()).isEmpty();
    assertThat(press(least, Key.named("Shift-Right")).intents()).hasSize(1);
  }

  @Test
  void theMapIsZoomedAndMovedUntilThePlayerMoves() {
    Model model =
        after(playing(SIZE), Key.named("Alt-+"), Key.named("Alt-Left"), Key.named("Alt-Up"));
    assertThat(model.lens()).isEqualTo(new Lens(0, 1, -1, -1));
    Model moved = after(model, new News.Changed(Worlds.replica("PLAYER:ana:mill:100:72")));
    assertThat(moved.lens()).isEqualTo(new Lens(0, 1, 0, 0));
    assertThat(after(model, Key.named("Alt-0")).lens()).isEqualTo(Lens.USUAL);
  }

  @Test
  void aCommandIsEchoedSentAndRemembered() {
    Step step = enter(playing(SIZE), "take lamp");
    assertThat(step.intents()).containsExactly(new Intent.Command("take lamp"));
    assertThat(step.model().input().text()).isEmpty();
    assertThat(step.model().story().shown().get(step.model().story().shown().size() - 1).plain())
        .isEqualTo("> take lamp");
    assertThat(press(step.model(), new Key.Special(Key.Name.UP)).model().input().text())
        .isEqualTo("take lamp");
  }

  @Test
  void anEmptyLineSendsNothing() {
    assertThat(enter(playing(SIZE), "   ").intents()).isEmpty();
  }

  @Test
  void quitLeavesAtOnceAndCtrlCOnlyTheSecondTime() {
    assertThat(enter(playing(SIZE), "quit").model().stage()).isInstanceOf(Stage.Over.class);
    Model once = press(playing(SIZE), CTRL_C).model();
    assertThat(once.leaving()).isTrue();
    assertThat(press(once, CTRL_C).model().stage())
        .isEqualTo(new Stage.Over(0, "You left the game. Your seat in otter-42 is kept."));
    assertThat(after(once, typed("x")).leaving()).isFalse();
  }

  @Test
  void ctrlDLeavesOnlyWithAnEmptyLine() {
    assertThat(press(playing(SIZE), new Key.Ctrl('d')).model().stage())
        .isInstanceOf(Stage.Over.class);
    Model typing = after(playing(SIZE), typed("look"));
    assertThat(press(typing, new Key.Ctrl('d')).model().isPlaying()).isTrue();
  }

  @Test
  void aPasteIsCleanBeforeItIsShown() {
    Model model = press(playing(SIZE), new Key.Pasted("take the \u001b[31mlamp")).model();
    assertThat(model.input().text()).isEqualTo("take the [31mlamp");
  }

  @Test
  void textFromTheServerLosesItsControlCharacters() {
    Model model = after(playing(SIZE), Worlds.told(TextKind.RESULT, "a\u001b[2Jb"));
    assertThat(model.story().told().get(model.story().told().size() - 1).plain())
        .isEqualTo("a[2Jb");
  }

  @Test
  void aRefusedCommandIsShownAsItsText() {
    Model model =
        after(
            playing(SIZE),
            new News.Refused(OptionalLong.of(1), Refusal.DOOR_LOCKED, "The gate is locked."));
    assertThat(model.story().told().get(model.story().told().size() - 1).plain())
        .isEqualTo("The gate is locked.");
  }

  @Test
  void escapeClosesWhatIsOpenFirst() {
    Model open = after(after(playing(SIZE), typed("look")), new Key.Special(Key.Name.F1));
    Model closed = after(open, new Key.Special(Key.Name.ESCAPE));
    assertThat(closed.overlay()).isEqualTo(Overlay.NONE);
    assertThat(closed.input().text()).isEqualTo("look");
    assertThat(after(closed, new Key.Special(Key.Name.ESCAPE)).input().text()).isEmpty();
  }

  @Test
  void theMapComesBackToThePlayersLevelWhenThePlayerMoves() {
    Model up = after(playing(SIZE), new Key.Special(Key.Name.UP, true, false, false));
    assertThat(up.lens().floor()).isEqualTo(1);
    assertThat(after(up, new News.Changed(Worlds.replica("PLAYER:ana:mill:100:70"))).lens().floor())
        .isZero();
  }

  @Test
  void everyKeyOfTheTableDoesSomethingAndStandsThereOnce() {
    assertThat(Keys.usual().values())
        .contains(
            java.util.Arrays.stream(Keys.Action.values())
                .filter(action -> !action.isForReplay())
                .toArray(Keys.Action[]::new));
    for (Stage stage :
        List.of(new Stage.Naming(Optional.empty(), ""), new Stage.Choosing(List.of(), 0, ""))) {
      Model model = playing(SIZE).changed(draft -> draft.stage = stage);
      Keys.usual().keySet().forEach(key -> press(model, key));
    }
  }

  /** Who speaks, what, and whether the bell rings when it is off, for mentions, and for speech. */
  @ParameterizedTest
  @CsvSource({
    "Bo, ' says: Come here, ana!', false, true, true",
    "Bo, ' says: An analogy.', false, false, true",
    "'', 'You say: ana is me.', false, false, false"
  })
  void theBellRingsAsSettingsSay(
      String who, String words, boolean off, boolean mention, boolean speech) {
    News said =
        who.isEmpty()
            ? Worlds.told(TextKind.SPEECH, words)
            : Worlds.told(TextKind.SPEECH, new Span(Span.Kind.PLAYER, "bo", who), words);
    Map<Settings.Bell, Boolean> rings =
        Map.of(
            Settings.Bell.OFF, off,
            Settings.Bell.MENTION, mention,
            Settings.Bell.SPEECH, speech);
    rings.forEach(
        (bell, ring) -> {
          Settings usual = Settings.USUAL;
          Settings settings = Worlds.settings(usual.words(), false, false, bell, true);
          Model model = Worlds.playing(settings, SIZE);
          assertThat(Update.step(model, new Message.Heard(said)).intents())
              .as(bell.name())
              .hasSize(ring ? 1 : 0);
        });
  }

  @Test
  void severalPastedLinesAreSentWhenAskedForAndOnlyThen() {
    Model asked =
        Update.step(playing(SIZE), new Message.Pressed(new Key.Pasted("look\n\n north \n")))
            .model();
    assertThat(keyed(asked, "Enter").intents())
        .containsExactly(new Intent.Command("look"), new Intent.Command("north"));
    assertThat(keyed(asked, "Esc").intents()).isEmpty();
    assertThat(keyed(asked, "Esc").model().overlay()).isEqualTo(Overlay.NONE);
  }

  @Test
  void whatIsLikelyIsTakenWithAStepToTheRight() {
    Model model = keyed(playing(SIZE), "e", "x", "a").model();
    assertThat(model.input().likely(model.scene(), model.story())).isEqualTo("mine");
    assertThat(keyed(model, "Right").model().input().text()).isEqualTo("examine");
  }

  @Test
  void theOwnNameIsSetOffWhereAnotherSaysIt() {
    Span bo = new Span(Span.Kind.PLAYER, "bo", "Bo");
    Model model =
        Worlds.after(
            playing(SIZE), Worlds.told(TextKind.SPEECH, bo, " says: “Banana, ana, not Anas.”"));
    assertThat(model.talk().rows().stream().flatMap(row -> row.runs().stream()))
        .filteredOn(run -> run.ink().equals(Ink.MENTION))
        .extracting(Run::words)
        .containsExactly("ana");
  }

  @Test
  void whetherSpeechHasAPaneIsRemembered() {
    Step shown = keyed(playing(SIZE), "F3");
    assertThat(shown.model().layout().chat()).isPresent();
    assertThat(shown.intents()).containsExactly(new Intent.Remember(shown.model().memory()));
    assertThat(shown.model().memory().panes().chat()).isTrue();
    assertThat(keyed(shown.model(), "F3").model().layout().chat()).isEmpty();
  }

  /** After a command with so high an answer; its outcome is there, or is not. */
  private static Model asked(int rows, boolean answered) {
    Model model =
        after(enter(playing(SIZE), "help").model(), new News.Sent(3, "help"), new News.Answered(2));
    for (int i = 1; i <= rows; i++) {
      model = after(model, Worlds.told(TextKind.RESULT, "help " + i));
    }
    return answered ? after(model, new News.Answered(3)) : model;
  }

  private static String first(Model model) {
    return model.story().shown().get(0).plain();
  }

  @Test
  void aHighAnswerStopsAtItsCommandAndAnEmptyLineGoesOn() {
    Model held = asked(40, true);
    int page = held.story().height() - 1;
    assertThat(first(held)).isEqualTo("> help");
    assertThat(held.isReadOn()).isTrue();
    assertThat(first(after(held, Worlds.told(TextKind.EVENT, "Bo waves.")))).isEqualTo("> help");
    for (String key : List.of(" ", "Enter", "PgDn")) {
      Step on = keyed(held, key);
      assertThat(first(on.model())).as(key).isEqualTo("help " + page);
      assertThat(on.model().input().text()).as(key).isEmpty();
      assertThat(on.intents()).as(key).isEmpty();
    }
    assertThat(enter(held, "look").model().story().back()).isZero();
    Model end = keyed(held, " ", " ", " ", " ").model();
    assertThat(end.story().back()).isZero();
    assertThat(end.input().text()).as("nothing is below any more").isNotEmpty();
  }

  @Test
  void aSpaceInALineIsASpace() {
    assertThat(keyed(asked(40, true), "x", " ").model().input().text()).isEqualTo("x ");
  }

  @Test
  void whatOthersDoAfterAnAnswerThatFitsIsFollowed() {
    Model model = asked(2, true);
    for (int i = 0; i < 40; i++) {
      model = after(model, Worlds.told(TextKind.EVENT, "Bo waves."));
    }
    assertThat(model.story().back()).isZero();
  }
}

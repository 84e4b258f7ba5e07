package lamplight.tui.state;

import static lamplight.tui.state.Worlds.after;
import static lamplight.tui.state.Worlds.playing;
import static lamplight.tui.state.Worlds.starting;
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
  private static final Key ENTER = new Key.Special(Key.Name.ENTER);
  private static final Key CTRL_C = new Key.Ctrl('c');

  private static Update.Step press(Model model, Key key) {
    return Update.step(model, new Message.Pressed(key));
  }

  private static Update.Step enter(Model model, String line) {
    return press(after(model, typed(line)), ENTER);
  }

  private static Model withGoal(Optional<String> name, Optional<Goal.Offer> offer) {
    Goal goal = Goal.of(name, offer, Optional.empty(), "ana", Optional.empty());
    return Model.start(Settings.USUAL, goal, Memory.NONE, SIZE, 0);
  }

  @Test
  void panesHaveTheSizeThatThePlayerWantsAndItIsRemembered() {
    Model model = playing(SIZE);
    Update.Step wider = press(model, Key.named("Shift-Right"));
    assertThat(wider.model().layout().story().columns())
        .isEqualTo(model.layout().story().columns() + 2);
    assertThat(wider.intents()).containsExactly(new Intent.Remember(wider.model().memory()));
    Rect map = model.layout().map().orElseThrow();
    Update.Step dragged = press(model, new Key.Drag(map.column() + 4, map.bottom() + 2));
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
    Update.Step step = enter(playing(SIZE), "take lamp");
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
  void theWayInAsksForANameThenForAGame() {
    Update.Step named = enter(after(starting(SIZE), new News.Ready("server")), "Ana");
    assertThat(named.intents()).containsExactly(new Intent.Browse());
    Model choosing = after(named.model(), Worlds.listing());
    assertThat(choosing.stage())
        .isInstanceOfSatisfying(
            Stage.Choosing.class,
            stage ->
                assertThat(stage.choices().stream().map(choice -> choice.deed().word()))
                    .containsExactly("otter-42", "mill", "sunken-library", "resume", "name"));
    Update.Step chosen = press(after(choosing, new Key.Special(Key.Name.DOWN)), ENTER);
    assertThat(chosen.intents())
        .containsExactly(new Intent.Enter(new Goal.Offer.World("mill"), "Ana", Optional.empty()));
    assertThat(enter(choosing, "3").intents())
        .containsExactly(
            new Intent.Enter(new Goal.Offer.World("sunken-library"), "Ana", Optional.empty()));
    assertThat(enter(choosing, "OTTER-42").intents())
        .containsExactly(
            new Intent.Enter(new Goal.Offer.Session("otter-42"), "Ana", Optional.empty()));
    assertThat(enter(choosing, "9").intents()).isEmpty();
  }

  @Test
  void anEmptyNameTakesTheSuggestion() {
    Update.Step named = press(after(starting(SIZE), new News.Ready("server")), ENTER);
    assertThat(named.model().lobby().name()).contains("ana");
  }

  @Test
  void aPasswordIsAskedForWhenOneIsNeeded() {
    Model choosing =
        after(
            enter(after(starting(SIZE), new News.Ready("server")), "Ana").model(),
            Worlds.listing());
    Model refused =
        after(
            press(choosing, ENTER).model(),
            new News.Refused(OptionalLong.empty(), Refusal.WRONG_PASSWORD, "It has a password."));
    assertThat(refused.isSecret()).isTrue();
    Update.Step unlocked = enter(refused, "swordfish");
    assertThat(unlocked.intents())
        .containsExactly(
            new Intent.Enter(new Goal.Offer.Session("otter-42"), "Ana", Optional.of("swordfish")));
    assertThat(unlocked.model().input().history()).isEmpty();
    assertThat(after(refused, new Key.Special(Key.Name.ESCAPE)).stage())
        .isInstanceOf(Stage.Choosing.class);
  }

  @Test
  void aTakenNameIsAskedForAgain() {
    Model choosing =
        after(
            enter(after(starting(SIZE), new News.Ready("server")), "Ana").model(),
            Worlds.listing());
    Model refused =
        after(
            press(choosing, ENTER).model(),
            new News.Refused(OptionalLong.empty(), Refusal.NAME_TAKEN, "Ana is taken."));
    assertThat(refused.stage())
        .isEqualTo(
            new Stage.Naming(Optional.of(new Goal.Offer.Session("otter-42")), "Ana is taken."));
  }

  @Test
  void aCompleteCommandLineEntersAtOnceAndARefusalIsFinal() {
    Model model = withGoal(Optional.of("Ana"), Optional.of(new Goal.Offer.World("mill")));
    Update.Step ready = Update.step(model, new Message.Heard(new News.Ready("server")));
    assertThat(ready.intents())
        .containsExactly(
            new Intent.Browse(),
            new Intent.Enter(new Goal.Offer.World("mill"), "Ana", Optional.empty()));
    Model listed = after(ready.model(), Worlds.listing());
    assertThat(listed.isInteractive()).isFalse();
    Model refused =
        after(
            listed,
            new News.Refused(
                OptionalLong.empty(), Refusal.UNKNOWN_WORLD, "There is no world \"mill\"."));
    assertThat(refused.stage()).isEqualTo(new Stage.Over(1, "There is no world \"mill\"."));
  }

  @Test
  void aLostGameEndsWithItsReason() {
    Model model = after(playing(SIZE), new News.Closed(false, "You were asked to leave."));
    assertThat(model.stage()).isEqualTo(new Stage.Over(0, "You were asked to leave."));
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

  private static Update.Step keyed(Model model, String... keys) {
    Update.Step step = Update.Step.of(model);
    for (String key : keys) {
      Key pressed = key.length() == 1 ? new Key.Typed(key) : Key.named(key);
      step = Update.step(step.model(), new Message.Pressed(pressed));
    }
    return step;
  }

  @Test
  void thePaletteSendsWhatIsChosenAndKeepsTheLineBeingTyped() {
    Update.Step step = keyed(playing(SIZE), "d", "r", "Ctrl-P", "i", "n", "v", "Enter");
    assertThat(step.intents()).containsExactly(new Intent.Command("inventory"));
    assertThat(step.model().input().text()).isEqualTo("dr");
    assertThat(step.model().overlay()).isEqualTo(Overlay.NONE);
  }

  @Test
  void thePaletteNamesOnlyWhatThePlayerCanSee() {
    Model model = keyed(playing(SIZE), "Ctrl-P").model();
    List<String> labels =
        Finding.entries(model, (Overlay.Finder) model.overlay()).stream()
            .map(Finding.Entry::label)
            .toList();
    assertThat(labels)
        .contains("talk to Ada the miller", "close oak chest", "drop brass lamp", "go north")
        .noneMatch(label -> label.contains("isle"));
  }

  @Test
  void anOlderCommandIsFoundByAPartOfIt() {
    Update.Step step =
        keyed(playing(SIZE), "x", "y", "Enter", "z", "Enter", "Ctrl-R", "y", "Enter");
    assertThat(step.intents()).isEmpty();
    assertThat(step.model().input().text()).isEqualTo("xy");
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
  void aSearchGoesToOlderAndNewerRowsAndStaysThere() {
    Model model = keyed(playing(SIZE), "Ctrl-F", "m", "i", "l", "l").model();
    int newest = ((Overlay.Search) model.overlay()).row();
    int older = ((Overlay.Search) keyed(model, "Up").model().overlay()).row();
    assertThat(older).isNotNegative().isLessThan(newest);
    assertThat(keyed(model, "Up", "Down").model().overlay()).isEqualTo(model.overlay());
    assertThat(keyed(model, "Esc").model().overlay()).isEqualTo(Overlay.NONE);
  }

  private static Update.Step clicked(Model model, Target target) {
    return Update.step(model, new Message.Pointed(target));
  }

  private static Update.Step arrives(Model model, String room) {
    News.Changed news = new News.Changed(Worlds.replica("PLAYER:ana:" + room + ":100:72"));
    return Update.step(model, new Message.Heard(news));
  }

  @Test
  void aClickOnARoomWalksThereStepByStep() {
    Update.Step first = clicked(playing(SIZE), new Target.Room("loft"));
    assertThat(first.intents()).containsExactly(new Intent.Command("in"));
    Update.Step second = arrives(first.model(), "mill");
    assertThat(second.intents()).containsExactly(new Intent.Command("up"));
    Update.Step last = arrives(second.model(), "loft");
    assertThat(last.intents()).isEmpty();
    assertThat(last.model().walk().isOver()).isTrue();
  }

  @Test
  void aWalkEndsWhereItIsRefusedLeadsElsewhereOrThePlayerTypes() {
    Model walking = clicked(playing(SIZE), new Target.Room("loft")).model();
    News refused = new News.Refused(OptionalLong.of(1), Refusal.DOOR_LOCKED, "It is locked.");
    assertThat(after(walking, refused).walk().isOver()).isTrue();
    assertThat(arrives(walking, "pond").model().walk().isOver()).isTrue();
    assertThat(arrives(walking, "pond").intents()).isEmpty();
    assertThat(keyed(walking, "x").model().walk().isOver()).isTrue();
  }

  @Test
  void nobodyWalksThroughClosedDoorsOrUnknownLand() {
    Update.Step step = clicked(playing(SIZE), new Target.Room("gate"));
    assertThat(step.intents()).isEmpty();
    assertThat(step.model().story().told().get(step.model().story().told().size() - 1).plain())
        .isEqualTo("You know no open way there.");
  }

  @Test
  void aClickOnAWordOffersWhatCanBeDoneWithIt() {
    Model model = clicked(playing(SIZE), new Target.Words("brass lamp")).model();
    List<String> labels =
        Finding.entries(model, (Overlay.Finder) model.overlay()).stream()
            .map(Finding.Entry::label)
            .toList();
    assertThat(labels).containsExactly("examine brass lamp", "drop brass lamp");
  }

  private static List<Intent> typedAt(Model model, long now, String... keys) {
    return Update.step(keyed(model, keys).model(), new Message.Tick(now)).intents();
  }

  @Test
  void theOthersAreToldOnceInAWhileThatThePlayerTypes() {
    Model model = Update.step(playing(SIZE), new Message.Tick(10_000)).model();
    Update.Step told = Update.step(keyed(model, "l", "o").model(), new Message.Tick(10_001));
    assertThat(told.intents()).containsExactly(new Intent.Typing());
    assertThat(typedAt(told.model(), 10_001 + Typing.EVERY - 1, "o")).isEmpty();
    assertThat(typedAt(told.model(), 10_001 + Typing.EVERY, "o"))
        .containsExactly(new Intent.Typing());
    assertThat(typedAt(told.model(), 99_000)).as("nothing more was typed").isEmpty();
    Model alone = Worlds.after(model, new News.Changed(Worlds.replica("PRESENCE:bo:away")));
    assertThat(typedAt(alone, 10_001, "l")).as("nobody is there").isEmpty();
    Model hidden =
        Worlds.playing(
            Worlds.settings(Settings.USUAL.words(), false, false, Settings.Bell.OFF, false), SIZE);
    assertThat(typedAt(hidden, 10_001, "l")).as("not wanted").isEmpty();
  }

  @Test
  void aTypingMarkFadesAndEndsWithWhatIsSaid() {
    Model before = Update.step(playing(SIZE), new Message.Tick(10_000)).model();
    Model marked = Worlds.after(before, new News.Typing("bo"));
    Model seen = Update.step(marked, new Message.Tick(50_000)).model();
    assertThat(seen.typing().isBy("bo")).as("counted from when it is first shown").isTrue();
    assertThat(seen.typing().wake()).contains(50_000 + Typing.FADES);
    assertThat(Update.step(seen, new Message.Tick(50_000 + Typing.FADES)).model().typing().others())
        .isEmpty();
    News said =
        Worlds.told(TextKind.SPEECH, new Span(Span.Kind.PLAYER, "bo", "Bo"), " says: hello");
    assertThat(Worlds.after(seen, said).typing().others()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "F6,oak chest",
    "F6 Tab,north",
    "F6 Shift-Tab,Ada the miller",
    "F6 Right F6 Down Left,east",
    "F6 Up Up,cup of 茶 🍵",
    "F6 Esc,''",
    "F6 x,''",
    "F6 PgUp,oak chest"
  })
  void keysGoAroundTheWordsThatStandForSomething(String keys, String words) {
    Model model = keyed(playing(SIZE), keys.split(" ")).model();
    assertThat(model.overlay())
        .isEqualTo(words.isEmpty() ? Overlay.NONE : new Overlay.Focus(words));
  }

  @Test
  void enterOnWordsOffersWhatAClickOnThemDoes() {
    Model clicked =
        Update.step(playing(SIZE), new Message.Pointed(new Target.Words("oak chest"))).model();
    Model asked = keyed(playing(SIZE), "F6", "Enter").model();
    assertThat(asked.overlay()).isEqualTo(clicked.overlay());
    assertThat(keyed(asked, "Enter").intents())
        .containsExactly(new Intent.Command("examine oak chest"));
  }

  @Test
  void whatIsOnlyInTheProseCanBeExamined() {
    Model clicked =
        Update.step(playing(SIZE), new Message.Pointed(new Target.Words("handcart"))).model();
    assertThat(keyed(clicked, "Enter").intents())
        .containsExactly(new Intent.Command("examine handcart"));
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
    Update.Step shown = keyed(playing(SIZE), "F3");
    assertThat(shown.model().layout().chat()).isPresent();
    assertThat(shown.intents()).containsExactly(new Intent.Remember(shown.model().memory()));
    assertThat(shown.model().memory().panes().chat()).isTrue();
    assertThat(keyed(shown.model(), "F3").model().layout().chat()).isEmpty();
  }
}

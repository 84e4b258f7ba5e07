package lamplight.tui.state;

import static lamplight.tui.state.Worlds.after;
import static lamplight.tui.state.Worlds.enter;
import static lamplight.tui.state.Worlds.keyed;
import static lamplight.tui.state.Worlds.playing;
import static lamplight.tui.state.Worlds.starting;
import static lamplight.tui.state.Worlds.typed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lamplight.engine.model.Refusal;
import lamplight.tui.link.HostAndPort;
import lamplight.tui.link.News;
import lamplight.tui.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The start screen: who has played before, where else one can play, and the way back. */
class EntranceTest {
  private static final Size SIZE = new Size(80, 24);
  private static final HostAndPort ELSEWHERE = new HostAndPort("lamp.example.org", 4001);
  private static final Memory.Recent SEAT =
      new Memory.Recent(ELSEWHERE, "heron-7", "Ann", "The Mill", Memory.Hosted.NO);

  private static Model alone(Memory memory) {
    Model start = Model.start(Settings.USUAL, Worlds.goal(Optional.empty()), memory, SIZE, 0);
    return after(after(start, new News.Ready("house")), Worlds.listing());
  }

  private static Model remembering(Memory.Recent... seats) {
    return alone(new Memory(Optional.of("Ann"), Panes.USUAL, List.of(seats)));
  }

  private static List<String> words(Model model) {
    return ((Stage.Choosing) model.stage())
        .choices().stream().map(choice -> choice.deed().word()).toList();
  }

  private static String notice(Model model) {
    return ((Stage.Choosing) model.stage()).notice();
  }

  /** Ana has come to a server. */
  private static Model listed() {
    Model asked = after(starting(SIZE), new News.Ready("server"));
    return after(enter(asked, "Ana").model(), Worlds.listing());
  }

  @Test
  void theWayInAsksForANameThenForAGame() {
    Step named = enter(after(starting(SIZE), new News.Ready("server")), "Ana");
    assertThat(named.intents()).containsExactly(new Intent.Browse());
    Model choosing = after(named.model(), Worlds.listing());
    assertThat(words(choosing))
        .containsExactly("otter-42", "mill", "sunken-library", "resume", "name");
    Step chosen = keyed(choosing, "Down", "Enter");
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
    Step named = keyed(after(starting(SIZE), new News.Ready("server")), "Enter");
    assertThat(named.model().lobby().name()).contains("ana");
  }

  @Test
  void aPasswordIsAskedForWhenOneIsNeeded() {
    Model refused =
        after(
            keyed(listed(), "Enter").model(),
            new News.Refused(OptionalLong.empty(), Refusal.WRONG_PASSWORD, "It has a password."));
    assertThat(refused.isSecret()).isTrue();
    Step unlocked = enter(refused, "swordfish");
    assertThat(unlocked.intents())
        .containsExactly(
            new Intent.Enter(new Goal.Offer.Session("otter-42"), "Ana", Optional.of("swordfish")));
    assertThat(unlocked.model().input().history()).isEmpty();
    assertThat(keyed(refused, "Esc").model().stage()).isInstanceOf(Stage.Choosing.class);
  }

  @Test
  void aTakenNameIsAskedForAgain() {
    Model refused =
        after(
            keyed(listed(), "Enter").model(),
            new News.Refused(OptionalLong.empty(), Refusal.NAME_TAKEN, "Ana is taken."));
    assertThat(refused.stage())
        .isEqualTo(
            new Stage.Naming(Optional.of(new Goal.Offer.Session("otter-42")), "Ana is taken."));
  }

  @Test
  void aCompleteCommandLineEntersAtOnceAndARefusalIsFinal() {
    Goal.Offer mill = new Goal.Offer.World("mill");
    Goal goal =
        Goal.of(Optional.of("Ana"), Optional.of(mill), Optional.empty(), "ana", Optional.empty());
    Model model = Model.start(Settings.USUAL, goal, Memory.NONE, SIZE, 0);
    Step ready = Update.step(model, new Message.Heard(new News.Ready("server")));
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
  void aNewcomerIsAskedForANameAndOfferedWhatTeachesFirst() {
    Model model = after(alone(Memory.NONE), new News.Ready("house"));
    assertThat(model.stage()).isInstanceOf(Stage.Naming.class);
    Model chosen = after(enter(model, "Ann").model(), Worlds.listing());
    assertThat(words(chosen))
        .containsExactly("mill", "sunken-library", "host", "host here", "resume", "name");
  }

  @Test
  void aServerThatKeepsNoSeatsIsNotRemembered() {
    Model mud = Model.start(Settings.USUAL, Worlds.goal(Optional.empty()), Memory.NONE, SIZE, 0);
    Step seated =
        Update.step(
            mud, new Message.Heard(new News.Seated("mud.example.org:4000", "me", "", false)));
    assertThat(seated.intents()).isEmpty();
    assertThat(seated.model().memory()).isEqualTo(Memory.NONE);
  }

  @Test
  void whoHasPlayedBeforeIsNotAskedAndResumesInOneKey() {
    Model model = remembering(SEAT);
    assertThat(words(model)).startsWith("heron-7", "mill");
    Step resumed = enter(model, "");
    assertThat(resumed.intents()).containsExactly(new Intent.Go(Optional.of(ELSEWHERE), false));
    Step there =
        Update.step(resumed.model(), new Message.Heard(new News.Ready("lamp.example.org")));
    assertThat(there.intents())
        .containsExactly(
            new Intent.Browse(),
            new Intent.Enter(new Goal.Offer.Session("heron-7"), "Ann", Optional.empty()));
  }

  @Test
  void aServerThatDoesNotAnswerLeadsBackHomeWithTheReason() {
    Model away = enter(remembering(SEAT), "").model();
    Step back = Update.step(away, new Message.Heard(new News.Closed(true, "Nobody listens.")));
    assertThat(back.intents()).containsExactly(new Intent.Go(Optional.empty(), false));
    Model home = after(after(back.model(), new News.Ready("house")), Worlds.listing());
    assertThat(notice(home)).isEqualTo("Nobody listens.");
  }

  @Test
  void aGameThatIsGoneIsNotOfferedAgain() {
    Model entering = after(enter(remembering(SEAT), "").model(), new News.Ready("lamp"));
    Step refused =
        Update.step(
            entering,
            new Message.Heard(
                new News.Refused(OptionalLong.empty(), Refusal.UNKNOWN_SESSION, "It is gone.")));
    assertThat(refused.intents())
        .containsExactly(
            new Intent.Browse(),
            new Intent.Remember(new Memory(Optional.of("Ann"), Panes.USUAL, List.of())));
    Model listed = after(refused.model(), Worlds.listing());
    assertThat(notice(listed)).isEqualTo("It is gone.");
    assertThat(words(listed)).doesNotContain("heron-7");
  }

  @Test
  void aServerIsStartedAndPlayedOnAndOthersAreToldTheWay() {
    Step asked = enter(remembering(), "host");
    assertThat(asked.intents()).containsExactly(new Intent.Host(true));
    Hosting hosting = new Hosting(true, "192.0.2.7", 4000, 4001);
    Step hosted = Update.step(asked.model(), new Message.Hosted(Optional.of(hosting), ""));
    assertThat(hosted.intents()).containsExactly(new Intent.Go(Optional.of(hosting.own()), false));
    Step seated =
        Update.step(
            after(hosted.model(), new News.Ready("lamplight"), Worlds.listing()),
            new Message.Heard(new News.Seated("heron-7", "ann", "mill", false)));
    assertThat(seated.model().story().told().get(0).plain())
        .contains("192.0.2.7:4001 --session heron-7", "telnet 192.0.2.7 4000");
    assertThat(seated.intents())
        .containsExactly(
            new Intent.Remember(
                new Memory(
                    Optional.of("Ann"),
                    Panes.USUAL,
                    List.of(
                        new Memory.Recent(
                            hosting.own(),
                            "heron-7",
                            "Ann",
                            "The Mill at Dusk",
                            Memory.Hosted.EVERYBODY)))));
  }

  @Test
  void whoeverHostsIsToldThatTheServerHasToBeBuiltFirst() {
    Model asked = enter(remembering(), "host here").model();
    assertThat(asked.stage()).isEqualTo(new Stage.Starting(false));
    Model building = Update.step(asked, new Message.Building()).model();
    assertThat(building.stage()).isEqualTo(new Stage.Starting(true));
    Step failed = Update.step(building, new Message.Hosted(Optional.empty(), "The build failed."));
    Model listed = after(failed.model(), Worlds.listing());
    assertThat(notice(listed)).contains("The build failed.");
    assertThat(Update.step(listed, new Message.Building()).model()).isEqualTo(listed);
  }

  @Test
  void aServerThatCannotBeStartedIsSaid() {
    Model asked = enter(remembering(), "host here").model();
    Step failed = Update.step(asked, new Message.Hosted(Optional.empty(), "No launcher."));
    assertThat(notice(after(failed.model(), Worlds.listing()))).contains("No launcher.");
  }

  @Test
  void aGameThatWasHostedHereIsHostedAgain() {
    HostAndPort own = new HostAndPort("127.0.0.1", 4001);
    Model model =
        remembering(new Memory.Recent(own, "heron-7", "Ann", "The Mill", Memory.Hosted.HERE));
    Step asked = enter(model, "1");
    assertThat(asked.intents()).containsExactly(new Intent.Host(false));
    Hosting hosting = new Hosting(false, "127.0.0.1", 4000, 4001);
    Model there = Update.step(asked.model(), new Message.Hosted(Optional.of(hosting), "")).model();
    assertThat(Update.step(there, new Message.Heard(new News.Ready("lamplight"))).intents())
        .contains(new Intent.Enter(new Goal.Offer.Session("heron-7"), "Ann", Optional.empty()));
  }

  private static Goal.Offer.Seat seat(String words) {
    return new Goal.Offer.Seat(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copper-otter-lantern",
        "resume copper-otter-lantern",
        " Resume  Copper-Otter-Lantern localhost"
      })
  void rejoinWordsTakeASeatOnThisMachine(String line) {
    Step step = enter(remembering(), line);
    Optional<HostAndPort> here = Optional.of(new HostAndPort("localhost", 4001));
    assertThat(step.intents()).containsExactly(new Intent.Go(here, false));
    assertThat(step.model().goal().offer()).contains(seat("copper-otter-lantern"));
  }

  @Test
  void rejoinWordsTakeASeatElsewhereAndTheGameIsRememberedUnderItsOwnName() {
    Step asked = enter(remembering(), "resume copper-otter-lantern lamp.example.org");
    assertThat(asked.intents()).containsExactly(new Intent.Go(Optional.of(ELSEWHERE), false));
    Step there = Update.step(asked.model(), new Message.Heard(new News.Ready("lamp")));
    assertThat(there.intents())
        .containsExactly(
            new Intent.Browse(),
            new Intent.Enter(seat("copper-otter-lantern"), "Ann", Optional.empty()));
    Model seated =
        after(there.model(), Worlds.listing(), new News.Seated("heron-7", "bea", "mill", false));
    assertThat(seated.memory())
        .isEqualTo(
            new Memory(
                Optional.of("Ann"),
                Panes.USUAL,
                List.of(
                    new Memory.Recent(
                        ELSEWHERE, "heron-7", "bea", "The Mill at Dusk", Memory.Hosted.NO))));
    assertThat(after(seated, new News.Seated("heron-7", "bea", "mill", true)).memory())
        .isEqualTo(seated.memory());
  }

  @Test
  void aServerIsAskedForTheSeatThatWordsOpenThere() {
    Model start =
        Model.start(Settings.USUAL, Worlds.goal(Optional.of(ELSEWHERE)), Memory.NONE, SIZE, 0);
    Model newcomer = after(start, new News.Ready("lamp"));
    Step step = enter(newcomer, "resume copper-otter-lantern");
    assertThat(step.intents())
        .containsExactly(new Intent.Enter(seat("copper-otter-lantern"), "ana", Optional.empty()));
  }

  @Test
  void wrongRejoinWordsLeadBackToTheListWithTheReason() {
    Step asked = enter(remembering(), "resume copper-otter-lantern lamp.example.org");
    Step refused =
        Update.step(
            after(asked.model(), new News.Ready("lamp")),
            new Message.Heard(
                new News.Refused(
                    OptionalLong.empty(), Refusal.WRONG_TOKEN, "No seat is kept under these.")));
    assertThat(refused.intents()).containsExactly(new Intent.Browse());
    assertThat(notice(after(refused.model(), Worlds.listing())))
        .isEqualTo("No seat is kept under these.");
  }

  @ParameterizedTest
  @CsvSource({
    "resume, three words",
    "resume copper-otter, resume copper-otter-lantern",
    "resume copper-otter-lantern two places, resume copper-otter-lantern",
    "resume copper-otter-lantern here:door, is no port"
  })
  void aLineThatIsNoSeatIsSaid(String line, String words) {
    Step step = enter(remembering(), line);
    assertThat(step.intents()).isEmpty();
    assertThat(notice(step.model())).contains(words);
  }

  @Test
  void theRowForRejoinWordsBeginsTheLine() {
    Step step = enter(remembering(), "5");
    assertThat(step.model().input().text()).isEqualTo("resume ");
    assertThat(notice(step.model())).contains("resume copper-otter-lantern");
  }

  @Test
  void aGameOfOnesOwnIsGoneOnWithInOneKey() {
    Memory.Solo kept =
        new Memory.Solo("otter-42", "mill", "copper-otter-lantern", "Ann", 12 * 60_000);
    Memory.Solo gone = new Memory.Solo("heron-7", "mill", "red-yak-yarn", "Ann", 0);
    Model model = alone(Memory.NONE.named("Ann").with(List.of(kept, gone)));
    Choice first = ((Stage.Choosing) model.stage()).choice();
    assertThat(first.title()).isEqualTo("The Mill at Dusk");
    assertThat(first.detail()).isEqualTo("as Ann, alone, 12 minutes ago");
    assertThat(words(model)).startsWith("copper-otter-lantern", "mill");
    Intent.Enter enters = new Intent.Enter(seat("copper-otter-lantern"), "Ann", Optional.empty());
    assertThat(enter(model, "").intents()).containsExactly(enters);
    assertThat(enter(model, "copper-otter-lantern").intents()).containsExactly(enters);
  }

  @ParameterizedTest
  @CsvSource({
    "0, just now",
    "59999, just now",
    "60000, a minute ago",
    "7199999, an hour ago",
    "259200000, 3 days ago"
  })
  void howLongAgoIsSaidInWords(long millis, String words) {
    assertThat(Ago.words(Words.ENGLISH, millis)).isEqualTo(words);
  }

  private static Model ended() {
    return after(
        Worlds.playing(SIZE),
        new News.Changed(Worlds.replica("ENDING:bread:won::A Feast", "TALLY:ana:6:31:22:2:0")));
  }

  @Test
  void theEndOffersToStayToPlayAgainAnotherWorldAndToLeave() {
    assertThat(ended().overlay()).isEqualTo(new Overlay.End(0));
    assertThat(keyed(ended(), "Enter").model().overlay()).isEqualTo(Overlay.NONE);
    Step again = keyed(ended(), "Down", "Enter");
    assertThat(again.intents()).containsExactly(new Intent.Go(Optional.of(Worlds.SERVER), true));
    assertThat(again.model().goal().offer()).contains(new Goal.Offer.World("mill"));
    Step other = keyed(ended(), "Down", "Down", "Enter");
    assertThat(other.intents()).containsExactly(new Intent.Go(Optional.of(Worlds.SERVER), true));
    assertThat(other.model().goal().offer()).isEmpty();
    assertThat(keyed(ended(), "Down", "Down", "Down", "Enter").model().stage())
        .isInstanceOf(Stage.Over.class);
  }

  @Test
  void whoTypesAtTheEndStays() {
    Step typed = enter(ended(), "look");
    assertThat(typed.intents()).containsExactly(new Intent.Command("look"));
    assertThat(typed.model().overlay()).isEqualTo(Overlay.NONE);
  }

  @Test
  void anEndThatIsTakenBackIsNoMore() {
    assertThat(after(ended(), new News.Changed(Worlds.replica())).overlay())
        .isEqualTo(Overlay.NONE);
  }

  @Test
  void aClickOnARowChoosesIt() {
    assertThat(Update.step(remembering(), new Message.Pointed(new Target.Row(0))).intents())
        .containsExactly(new Intent.Enter(new Goal.Offer.World("mill"), "Ann", Optional.empty()));
  }
}

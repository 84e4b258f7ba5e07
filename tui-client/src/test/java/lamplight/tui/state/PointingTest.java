package lamplight.tui.state;

import static lamplight.tui.state.Worlds.after;
import static lamplight.tui.state.Worlds.keyed;
import static lamplight.tui.state.Worlds.playing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import lamplight.engine.model.Refusal;
import lamplight.tui.link.News;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of a click on a room or on words, and of keys that go to words. */
class PointingTest {
  private static final Size SIZE = new Size(80, 24);

  private static Step clicked(Model model, Target target) {
    return Update.step(model, new Message.Pointed(target));
  }

  private static Step arrives(Model model, String room) {
    News.Changed news = new News.Changed(Worlds.replica("PLAYER:ana:" + room + ":100:72"));
    return Update.step(model, new Message.Heard(news));
  }

  @Test
  void aClickOnARoomWalksThereStepByStep() {
    Step first = clicked(playing(SIZE), new Target.Room("loft"));
    assertThat(first.intents()).containsExactly(new Intent.Command("in"));
    Step second = arrives(first.model(), "mill");
    assertThat(second.intents()).containsExactly(new Intent.Command("up"));
    Step last = arrives(second.model(), "loft");
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
    Step step = clicked(playing(SIZE), new Target.Room("gate"));
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
}

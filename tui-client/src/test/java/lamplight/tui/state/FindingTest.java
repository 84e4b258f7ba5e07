package lamplight.tui.state;

import static lamplight.tui.state.Worlds.keyed;
import static lamplight.tui.state.Worlds.playing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The palette, older commands, and what was said before. */
class FindingTest {
  private static final Size SIZE = new Size(80, 24);

  @Test
  void thePaletteSendsWhatIsChosenAndKeepsTheLineBeingTyped() {
    Step step = keyed(playing(SIZE), "d", "r", "Ctrl-P", "i", "n", "v", "Enter");
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
    Step step = keyed(playing(SIZE), "x", "y", "Enter", "z", "Enter", "Ctrl-R", "y", "Enter");
    assertThat(step.intents()).isEmpty();
    assertThat(step.model().input().text()).isEqualTo("xy");
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
}

package lamplight.tui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lamplight.tui.text.Ink;
import lamplight.tui.text.Row;
import lamplight.tui.text.Run;
import org.junit.jupiter.api.Test;

class StoryTest {
  private static Story.Told line(String words) {
    return new Story.Told(Story.Voice.WORLD, List.of(new Run(words, Ink.PROSE)));
  }

  private static Story numbered(int lines) {
    Story story = Story.empty().resized(20, 5);
    for (int i = 1; i <= lines; i++) {
      story = story.with(line("line " + i));
    }
    return story;
  }

  private static List<String> shown(Story story) {
    return story.shown().stream().map(Row::plain).toList();
  }

  @Test
  void theNewestLinesAreShown() {
    assertThat(shown(numbered(7)))
        .containsExactly("line 3", "line 4", "line 5", "line 6", "line 7");
  }

  @Test
  void scrollingStopsAtBothEnds() {
    assertThat(shown(numbered(7).scrolled(100)))
        .containsExactly("line 1", "line 2", "line 3", "line 4", "line 5");
    assertThat(numbered(7).scrolled(100).scrolled(-100).back()).isZero();
    assertThat(numbered(3).scrolled(1).back()).isZero();
  }

  @Test
  void whoReadsBackKeepsTheirPlaceAndIsToldOfNewLines() {
    Story reading = numbered(9).scrolled(2);
    Story later = reading.with(line("line 10")).with(line("a line of two rows, it is"));
    assertThat(shown(later)).isEqualTo(shown(reading));
    assertThat(later.unread()).isEqualTo(3);
    assertThat(later.scrolled(-4).unread()).isEqualTo(1);
    assertThat(later.scrolled(-100).unread()).isZero();
  }

  @Test
  void paragraphsArePartedByOneBlankRowOnly() {
    Story story = numbered(1).with(Story.Told.BLANK).with(Story.Told.BLANK).with(line("next"));
    assertThat(shown(story)).containsExactly("line 1", "", "next");
  }

  @Test
  void anotherWidthBreaksAllLinesAgain() {
    Story story = numbered(0).with(line("The sails creak in the wind."));
    assertThat(shown(story)).containsExactly("The sails creak in", "the wind.");
    assertThat(shown(story.resized(40, 5))).containsExactly("The sails creak in the wind.");
  }

  @Test
  void theOldestLinesAreForgotten() {
    Story story = numbered(Story.MOST_ROWS + 10);
    assertThat(story.rows()).hasSize(Story.MOST_ROWS);
    assertThat(story.told()).hasSize(Story.MOST_LINES);
    assertThat(story.since(story.total() - 2).stream().map(Story.Told::plain))
        .containsExactly("line 10009", "line 10010");
  }

  @Test
  void aMarkStaysWhereReadingStoppedUntilThePlayerGoesOn() {
    Story story = Story.empty().resized(20, 4);
    for (int i = 0; i < 10; i++) {
      story = story.with(Telling.aside("old " + i));
    }
    assertThat(story.with(Telling.aside("new")).mark()).as("nothing was missed").isZero();
    story = story.scrolled(3).with(Telling.aside("new 0")).with(Telling.aside("new 1"));
    assertThat(story.mark()).as("further down").isZero();
    Story below = story.scrolled(-99);
    assertThat(below.shown().get(below.mark()).plain()).isEqualTo("· new 0");
    Story later = below.with(Telling.aside("new 2"));
    assertThat(later.shown().get(later.mark()).plain()).isEqualTo("· new 0");
    Story again = later.scrolled(2).with(Telling.aside("newest")).scrolled(-99);
    assertThat(again.shown().get(again.mark()).plain()).isEqualTo("· newest");
    assertThat(again.read().mark()).isZero();
    assertThat(again.scrolled(99).back()).as("the mark takes a row").isEqualTo(14 - 4 + 1);
  }

  @Test
  void aNewGameIsReadFromItsFirstRowUntilSomethingIsTyped() {
    Story story = Story.empty().resized(20, 3).opened();
    for (int i = 1; i <= 5; i++) {
      story = story.with(Telling.aside("line " + i));
    }
    assertThat(story.top()).isZero();
    assertThat(story.back()).isEqualTo(2);
    assertThat(story.resized(10, 4).top()).isZero();
    assertThat(story.scrolled(-1).with(Telling.aside("line 6")).top()).isEqualTo(1);
    assertThat(story.read().with(Telling.aside("line 6")).top()).isEqualTo(3);
  }

  private static Story asking(int height, int answer) {
    Story story = numbered(9).resized(20, height).read().asked().with(line("> help"));
    for (int i = 1; i <= answer; i++) {
      story = story.with(line("help " + i));
    }
    return story;
  }

  @Test
  void anAnswerThatIsHigherThanThePaneIsReadFromItsCommandOn() {
    assertThat(shown(asking(4, 2))).containsExactly("line 9", "> help", "help 1", "help 2");
    Story held = asking(4, 6);
    assertThat(shown(held)).containsExactly("> help", "help 1", "help 2", "help 3");
    assertThat(held.back()).isEqualTo(3);
    assertThat(held.unread()).as("nothing of others").isZero();
    assertThat(shown(held.resized(20, 5))).endsWith("help 4").startsWith("> help");
    assertThat(shown(held.resized(9, 4))).startsWith("> help");
  }

  @Test
  void aHeldAnswerIsNotMovedByWhatComesLaterAndEndsAtTheEndOfTheText() {
    Story held = asking(4, 6).answered();
    Story later = held.with(line("Bo comes in.")).with(line("Bo waves."));
    assertThat(shown(later)).isEqualTo(shown(held));
    assertThat(later.unread()).isEqualTo(2);
    assertThat(shown(later.resized(8, 4))).as("in another width").startsWith("> help");
    Story read = later.scrolled(-3).scrolled(-3);
    assertThat(read.back()).isZero();
    assertThat(shown(read.with(line("Bo goes.")))).endsWith("Bo goes.");
    assertThat(shown(later.read().asked().with(line("> look")))).endsWith("> look");
  }

  @Test
  void anAnswerThatFitsHoldsNothing() {
    Story story = asking(4, 2).answered();
    assertThat(shown(story.with(line("Bo comes in.")).with(line("Bo waves."))))
        .containsExactly("help 1", "help 2", "Bo comes in.", "Bo waves.");
  }
}

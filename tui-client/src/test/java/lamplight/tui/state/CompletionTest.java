package lamplight.tui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.prose.Line;
import lamplight.engine.prose.Span;
import lamplight.engine.prose.TextKind;
import lamplight.tui.text.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompletionTest {
  private static final Scene SCENE = Scene.of(Worlds.replica(), "ana");

  private static final Story STORY =
      Story.empty()
          .with(
              Telling.told(
                  TextKind.RESULT,
                  new Line(
                      List.of(
                          Span.plain("(You could ask "),
                          new Span(Span.Kind.PERSON, "ada", "Ada the miller"),
                          Span.plain(" about "),
                          new Span(Span.Kind.EMPHASIS, "", "wheel"),
                          Span.plain(" and "),
                          new Span(Span.Kind.EMPHASIS, "", "old lane"),
                          Span.plain(".)")))));

  static Stream<Arguments> offers() {
    return Stream.of(
        Arguments.of("ta", 0, List.of("take", "talk to")),
        Arguments.of("sou", 0, List.of("south")),
        Arguments.of("take br", 5, List.of("brass lamp")),
        Arguments.of("take brass l", 5, List.of("brass lamp")),
        Arguments.of("take the br", 9, List.of("brass lamp")),
        Arguments.of("ask ADA", 4, List.of("Ada the miller")),
        Arguments.of("look. ex", 6, List.of("examine", "exits")),
        Arguments.of("give lamp to b", 13, List.of("brass lamp", "Bo")),
        Arguments.of("ask Ada about ", 14, List.of("wheel", "old lane")),
        Arguments.of("north. ask the miller about w", 28, List.of("wheel")),
        Arguments.of("ask Bo about br", 13, List.of("brass lamp")),
        Arguments.of("take xyz", 8, List.of()));
  }

  @ParameterizedTest
  @MethodSource("offers")
  void tabOffersVerbsFirstAndThenWhatIsInSight(String line, int start, List<String> candidates) {
    assertThat(Completion.of(line, line.length(), SCENE, STORY))
        .isEqualTo(new Completion.Offer(start, candidates));
  }

  @ParameterizedTest
  @CsvSource({
    "take the brass lamp,take| the |brass lamp,item",
    "brass take,brass take,prose",
    "look. go south,look|.| go| |south,exit",
    "say lamps,say| lamps,prose",
    "examine ada the miller,examine| |ada the miller,person"
  })
  void wordsThatTheGameKnowsAreSetOff(String line, String parts, String last) {
    List<Run> runs = Marking.runs(line, SCENE);
    assertThat(runs.stream().map(Run::words).collect(Collectors.joining("|"))).isEqualTo(parts);
    assertThat(runs.get(runs.size() - 1).ink().word()).isEqualTo(last);
  }

  @Test
  void tabGoesThroughTheCandidatesAndASingleOneIsDoneWith() {
    Key tab = new Key.Special(Key.Name.TAB);
    Model model = Worlds.after(Worlds.playing(new Size(80, 24)), Worlds.typed("ta"));
    assertThat(Worlds.after(model, tab).input().text()).isEqualTo("take");
    assertThat(Worlds.after(model, tab, tab).input().text()).isEqualTo("talk to");
    assertThat(Worlds.after(model, tab, tab, tab).input().text()).isEqualTo("take");
    Model one = Worlds.after(Worlds.playing(new Size(80, 24)), Worlds.typed("take brass"));
    assertThat(Worlds.after(one, tab).input().text()).isEqualTo("take brass lamp ");
  }
}

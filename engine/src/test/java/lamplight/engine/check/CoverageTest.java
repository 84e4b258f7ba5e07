package lamplight.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lamplight.engine.load.Loaded;
import lamplight.engine.load.Problems;
import lamplight.engine.load.SourceFile;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.load.WorldSource;
import lamplight.engine.play.Game;
import org.junit.jupiter.api.Test;

/** What transcripts have reached of a world, and what not. */
final class CoverageTest {
  private static final String WORLD =
      """
      title: A test
      start: hall
      intro: Welcome.
      rooms:
        hall:
          name: Hall
          description: [A hall., {when: {flag: rubbed}, text: It shines., else: It is dull.}]
          exits: {north: {to: yard, refuse: Not now.}}
        yard: {name: Yard, description: A yard., exits: {south: hall}}
      things:
        lamp: {name: brass lamp, at: hall, description: A lamp.}
        coin: {name: gold coin, at: hall, description: Gold., copies: 3}
      people:
        ada:
          name: Ada
          at: hall
          topics:
            key: {do: [{set: {rubbed: true}}]}
            tea: {say: No tea., words: [tea]}
      variables: {rubbed: {type: flag}}
      timers:
        bell: {turns: 3, running: true, at: {2: [{say: {all: Ding.}}], 0: [{say: {all: Dong.}}]}}
      hints: [{tiers: [Rub it.]}]
      rules:
        rub: {on: rub lamp, when: {flag: rubbed}, do: [{end: dawn}], else: [{say: Not yet.}]}
      endings:
        dawn: {title: Dawn, text: The sun comes up.}
        dusk: {title: Dusk, text: The sun goes down.}
      """;

  private final Loaded loaded =
      new WorldLoader().load(WorldSource.of("test", Map.of("world.yaml", WORLD)));

  private Coverage played(String... transcripts) {
    Game game = new Game(loaded.story().orElseThrow());
    Coverage coverage = Coverage.of(loaded);
    for (String text : transcripts) {
      SourceFile file = new SourceFile("tests/a.transcript", "a", text);
      Transcript transcript = TranscriptReader.read(file, new Problems()).orElseThrow();
      coverage.ended(Playthrough.of(game, transcript, coverage));
    }
    return coverage;
  }

  @Test
  void what_no_transcript_reached_is_named_with_its_place() {
    Coverage coverage =
        played(
            "players: Ann\nAnn> rub lamp\nAnn> x coin",
            "players: Bea\nBea> ask ada about key\nBea> rub lamp");
    assertThat(coverage.missing())
        .extracting(Coverage.Item::toString)
        .containsExactly(
            "world.yaml:7:57: nobody reads \"It shines.\"",
            "world.yaml:8:39: nobody reads \"Not now.\"",
            "world.yaml:9:35: nobody reads \"A yard.\"",
            "world.yaml:11:51: nobody reads \"A lamp.\"",
            "world.yaml:19:18: nobody reads \"No tea.\"",
            "world.yaml:22:82: nobody reads \"Dong.\"",
            "world.yaml:23:18: nobody reads \"Rub it.\"",
            "world.yaml:28:29: nobody reads \"The sun goes down.\"",
            "world.yaml:19:7: nobody raises topic \"tea\" of \"ada\"",
            "world.yaml:23:18: nobody is given the hint \"Rub it.\"",
            "world.yaml:28:3: nobody comes to ending \"dusk\"",
            "world.yaml:22:71: timer \"bell\" never has 0 left");
    assertThat(coverage.counts())
        .extracting(Coverage.Count::toString)
        .containsExactly(
            "rules 2 of 2 (100 %)",
            "texts 7 of 15 (46 %)",
            "topics 1 of 2 (50 %)",
            "hints 0 of 1 (0 %)",
            "endings 1 of 2 (50 %)",
            "timers 1 of 2 (50 %)");
  }

  @Test
  void without_transcripts_nothing_is_reached() {
    assertThat(played().counts()).allMatch(count -> count.percent() == 0);
  }
}

package lamplight.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamplight.engine.load.Cases;
import lamplight.engine.load.Problem;
import lamplight.engine.load.Problems;
import lamplight.engine.load.SourceFile;
import lamplight.engine.load.WorldLoader;
import lamplight.engine.load.WorldSource;
import lamplight.engine.play.Game;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Transcripts that pass, that fail, and that cannot be read. */
final class TranscriptTest {
  private static final String WORLD =
      """
      title: A test
      start: hall
      rooms:
        hall: {name: Hall, description: A hall., exits: {north: yard}}
        yard: {name: Yard, description: A yard., exits: {south: hall}}
      things:
        lamp: {name: brass lamp, at: hall}
        coin: {name: gold coin, at: hall}
        stone: {name: stone, at: hall, portable: false}
      timers:
        bell: {seconds: 20, running: true, at: {0: [{say: {all: The bell rings.}}]}}
      scores:
        lamp: {points: 5, text: for the lamp}
      rules:
        taken: {on: {taken: lamp}, do: [{score: lamp}]}
        over: {on: rub lamp, do: [{end: dawn}]}
      endings:
        dawn: {title: Dawn, text: The sun comes up.}
      """;

  private final Game game =
      new Game(
          new WorldLoader()
              .load(WorldSource.of("test", Map.of("world.yaml", WORLD)))
              .story()
              .orElseThrow());

  /** A case has one file, the transcript; its lines are the report, or why it cannot be read. */
  @TestFactory
  Stream<DynamicTest> transcripts_pass_or_tell_what_came_instead() {
    return Cases.of(TranscriptTest.class, "transcripts.txt", Map.of()).tests(this::report);
  }

  @Test
  void what_is_written_into_a_transcript_makes_it_pass_and_keeps_its_comments() {
    String before =
        """
        # before
        players: Ann, Bea

        Ann> take lamp
        Bea> take stone
        # a failure that its author did not foresee
        Bea> take coin
        You take the silver coin.
        Ann: Bea takes ...

        Ann> north
        Yard
        * 20 seconds pass
        * score: 7
        * Ann is in: hall
        """;
    String after =
        """
        # before
        players: Ann, Bea

        Ann> take lamp
        You take the brass lamp.
        [+5 for the lamp]
        Bea: Ann takes the brass lamp.
        Bea: [+5 for the lamp]
        Bea> take stone
        ! The stone stays where it is.
        # a failure that its author did not foresee
        Bea> take coin
        You take the gold coin.
        Ann: Bea takes the gold coin.

        Ann> north
        Yard
        * 20 seconds pass
        Ann: The bell rings.
        Bea: The bell rings.
        * score: 5
        * Ann is in: yard
        """;
    String written = Rewriting.of(played(before));
    assertThat(played(written).passed()).as(written).isTrue();
    assertThat(Rewriting.of(played(written))).isEqualTo(written);
    assertThat(kinds(written)).isEqualTo(kinds(after));
  }

  /** The lines without what they say, which is the messages' business. */
  private static List<String> kinds(String transcript) {
    return transcript
        .lines()
        .map(
            line ->
                line.matches("[#*!].*|[A-Z][a-z]+[>:].*|")
                    ? line.replaceAll("([!:] ).*", "$1")
                    : "text")
        .toList();
  }

  private Playthrough played(String text) {
    Problems problems = new Problems();
    Optional<Transcript> transcript =
        TranscriptReader.read(new SourceFile("tests/a.transcript", "a", text), problems);
    assertThat(problems.sorted()).isEmpty();
    return Playthrough.of(game, transcript.orElseThrow());
  }

  private String report(Map<String, String> files) {
    String text = files.values().iterator().next();
    Problems problems = new Problems();
    Optional<Transcript> transcript =
        TranscriptReader.read(new SourceFile("tests/a.transcript", "a", text), problems);
    Stream<String> lines =
        transcript
            .map(one -> Playthrough.of(game, one))
            .map(
                play ->
                    Stream.concat(Stream.of(Report.summary(play)), Report.failure(play).stream()))
            .orElseGet(() -> problems.sorted().stream().map(Problem::toString));
    return lines.collect(Collectors.joining("\n"));
  }
}

package lamplight.engine.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lamplight.engine.model.Mind;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed gets an answer, for a counted number of steps. */
class HostileTextTest {
  private static final State STATE = Manor.state();
  private static final Parser PARSER =
      new Parser(Manor.WORLD, Standard.lexicon().build(), Standard.messages());

  static Stream<String> monsters() {
    return Stream.of(
            "a",
            "-",
            "'",
            "\"",
            ",",
            ".",
            "?",
            "take ",
            "and ",
            "to ",
            "in ",
            "lamp ",
            "the ",
            ", ",
            "except ",
            "all ",
            "then ",
            "take all and ",
            "put lamp in ",
            "say x to ",
            "give lamp ",
            "please ",
            "ada, ",
            "\uE000t.",
            "\uD83D\uDD25",
            "\uD83D",
            "e\u0301",
            "\u0000",
            "it ",
            "\u202E",
            "\u200B",
            "\u05D0 ",
            "a\u0300\u0301\u0302",
            "\"say \"")
        .flatMap(
            part ->
                Stream.of("", "take ", "say ", "put ", "give ada ", "ask ada about ", "push lamp ")
                    .map(start -> start + part.repeat(Parser.LINE / part.length()))
                    .map(line -> line.substring(0, Math.min(line.length(), Parser.LINE))));
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void answersMonstrousLinesInSoManySteps(String line) {
    Parse parse = play(line, Mind.EMPTY);
    assertThat(parse).isNotNull();
  }

  @Test
  void ordinaryCommandsTakeFarFewerSteps() {
    for (String line : List.of("take all", "put brass lamp in basket", "give key to ada", "x it")) {
      Effort effort = new Effort();
      PARSER.parse(STATE, Manor.ANN, line, Mind.EMPTY, effort);
      assertThat(effort.steps()).as(line).isBetween(1, Effort.MOST / 100);
    }
  }

  @Test
  void aSentenceThatWouldTakeMoreStepsIsRefused() {
    Effort effort = new Effort();
    effort.spend(Effort.MOST - 1);
    assertThat(PARSER.parse(STATE, Manor.ANN, "take the lamp", Mind.EMPTY, effort))
        .isInstanceOfSatisfying(
            Parse.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo(Refusal.LINE_TOO_LONG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n.", "n, ", "n and ", "n then ", "n;"})
  void aLineIsCutIntoSoManyCommands(String part) {
    List<String> sentences = PARSER.sentences(part.repeat(500));
    assertThat(sentences).hasSize(Parser.SENTENCES + 1);
    assertThat(PARSER.parse(STATE, Manor.ANN, sentences.get(Parser.SENTENCES), Mind.EMPTY))
        .isInstanceOfSatisfying(
            Parse.Failed.class, failed -> assertThat(failed.code()).isEqualTo(Refusal.TOO_MUCH));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void answersRandomTalk(long seed) {
    List<String> words =
        List.of(
            "take", "put", "give", "lamp", "brass", "key", "in", "to", "ada", "bea", ",", ".",
            "and", "all", "except", "it", "them", "two", "second", "g", "oops", "say", "\"", "undo",
            "n", "the", "x", "both", "none", "basket", "with", "about", "xyzzy", ";", "then", "me");
    Random random = new Random(seed);
    Mind mind = Mind.EMPTY;
    for (int i = 0; i < 150; i++) {
      StringBuilder line = new StringBuilder();
      for (int word = random.nextInt(9); word >= 0; word--) {
        line.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      mind = play(line.toString(), mind).mind();
    }
  }

  @Test
  void refusesALineThatIsTooLong() {
    String line = "n.".repeat(Parser.LINE);
    assertThat(PARSER.sentences(line)).hasSize(1);
    assertThat(play(line, Mind.EMPTY))
        .isInstanceOfSatisfying(
            Parse.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo(Refusal.LINE_TOO_LONG));
  }

  @Test
  void whatIsRememberedDoesNotGrowWithEachCorrection() {
    Mind mind = play("take xyzzy", Mind.EMPTY).mind();
    for (int i = 0; i < 9; i++) {
      mind = play("oops plugh " + "the ".repeat(900), mind).mind();
      mind.misread().ifPresent(read -> assertThat(read.line()).hasSizeLessThan(Parser.LINE + 1));
    }
  }

  @Test
  void aReferenceThatAPlayerTypesMeansNothing() {
    String line = "take " + Sentence.reference(new lamplight.engine.model.ThingId("idol"));
    assertThat(play(line, Mind.EMPTY)).isInstanceOf(Parse.Failed.class);
  }

  private static Parse play(String line, Mind mind) {
    Parse parse = PARSER.parse(STATE, Manor.ANN, "", mind);
    for (String sentence : PARSER.sentences(line)) {
      Effort effort = new Effort();
      parse = PARSER.parse(STATE, Manor.ANN, sentence, parse.mind(), effort);
      assertThat(effort.steps()).isLessThanOrEqualTo(Effort.MOST);
    }
    return parse;
  }
}

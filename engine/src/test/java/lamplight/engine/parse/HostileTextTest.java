package lamplight.engine.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lamplight.engine.model.Mind;
import lamplight.engine.model.Refusal;
import lamplight.engine.model.State;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is typed gets an answer, and soon. The bound is generous: what it rules out is hours.
 */
class HostileTextTest {
  private static final Duration SOON = Duration.ofMinutes(1);
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
            "it ")
        .flatMap(
            part ->
                Stream.of("", "take ", "say ", "put ", "give ada ", "ask ada about ", "push lamp ")
                    .map(start -> start + part.repeat(Parser.LINE / part.length()))
                    .map(line -> line.substring(0, Math.min(line.length(), Parser.LINE))));
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void answersMonstrousLinesSoon(String line) {
    Assertions.assertTimeoutPreemptively(
        SOON, () -> assertThat(play(line, Mind.EMPTY)).isNotNull());
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
    Assertions.assertTimeoutPreemptively(
        SOON,
        () -> {
          Mind mind = Mind.EMPTY;
          for (int i = 0; i < 150; i++) {
            StringBuilder line = new StringBuilder();
            for (int word = random.nextInt(9); word >= 0; word--) {
              line.append(words.get(random.nextInt(words.size()))).append(' ');
            }
            mind = play(line.toString(), mind).mind();
          }
        });
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
      parse = PARSER.parse(STATE, Manor.ANN, sentence, parse.mind());
    }
    return parse;
  }
}

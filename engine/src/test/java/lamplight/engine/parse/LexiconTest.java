package lamplight.engine.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
  private static final Lexicon STANDARD = Standard.lexicon().build();

  @ParameterizedTest
  @CsvSource({
    "pull lever, pull, lever,",
    "tug lever, pull, lever,",
    "press button, push, button,",
    "push button, push, button,",
    "get lamp, take, lamp,",
    "pick up lamp, take, lamp,",
    "pick lamp up, take, lamp,",
    "take yard-stick, take, yard-stick,",
    "take key from chest, take, key, chest",
    "put any in basin, put_in, any, basin",
    "insert coin into slot, put_in, coin, slot",
    "put any on altar, put_on, any, altar",
    "unlock vault with golden_key, unlock, vault, golden_key",
    "open hatch with any, open, hatch, any",
    "give any to ada, give, any, ada",
    "give ada any, give, any, ada",
    "show any to person, show, any, person",
    "attack player, attack, player,",
    "throw herring at bramble, throw, herring, bramble",
    "turn on engine, switch_on, engine,",
    "turn engine off, switch_off, engine,",
    "light lamp, switch_on, lamp,",
    "look under bed, look_under, bed,",
    "x mosaic, examine, mosaic,",
    "remove helmet, take_off, helmet,",
    "pour oilcan on engine, pour, oilcan, engine",
    "tie rope to hook, tie, rope, hook",
    "enter boat, enter, boat,",
    "sit on bench, sit, bench,",
    "sleep, sleep,,",
    "dance, dance,,",
    "z, wait,,",
  })
  void namesTheActionOfARule(String words, String action, String noun, String second) {
    assertThat(STANDARD.trigger(words))
        .contains(
            new Trigger(
                new ActionId(action),
                Optional.ofNullable(noun),
                Optional.ofNullable(second),
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "frobnicate lamp",
        "pul lever",
        "pull",
        "pull the lever",
        "pull Lever",
        "put lamp",
        "say hello",
        "sleep bed"
      })
  void findsNoActionInWhatFitsNoPattern(String words) {
    assertThat(STANDARD.trigger(words)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "polish THIGN, is no placeholder",
    "THING, has no word of its own",
    "tie THING to THING with THING, more than two nouns",
    "say TEXT to TEXT, more than one TEXT",
    "polish!, is no word that a player could type",
    "'', needs a word",
    "a/b/c/d/e/f/g/h a/b/c/d/e/f/g/h a/b/c/d/e/f/g/h, use several",
  })
  void saysWhatIsWrongWithAPattern(String pattern, String problem) {
    assertThatThrownBy(() -> Lexicon.builder().pattern(new ActionId("polish"), pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void aWorldsPatternWinsOverTheSameOneOfTheEngine() {
    ActionId polish = new ActionId("polish");
    Lexicon lexicon = Standard.lexicon().pattern(polish, "rub THING").build();
    assertThat(lexicon.trigger("rub lamp").map(Trigger::action)).contains(polish);
    assertThat(lexicon.trigger("wipe lamp").map(Trigger::action)).contains(new ActionId("rub"));
  }

  @Test
  void aVerbThatExistsKeepsWhatAWorldDoesNotSay() {
    ActionId look = new ActionId("look");
    Lexicon lexicon = Standard.lexicon().pattern(look, "behold").build();
    Verb verb = lexicon.verb(look).orElseThrow();
    assertThat(verb.free()).isTrue();
    assertThat(verb.otherwise()).isEqualTo(Text.EMPTY);
    assertThat(lexicon.firstWords()).contains("behold", "look");
  }

  @Test
  void noTwoStandardVerbsSayTheSame() {
    List<String> twice = Standard.repeatedPatterns();
    assertThat(twice).isEmpty();
  }
}

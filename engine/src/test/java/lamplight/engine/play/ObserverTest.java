package lamplight.engine.play;

import static lamplight.engine.play.Playthrough.id;
import static lamplight.engine.play.Playthrough.inCottage;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lamplight.engine.model.Facts;
import lamplight.engine.model.State;
import lamplight.engine.model.Template;
import lamplight.engine.model.Text;
import lamplight.engine.rules.Draft;
import lamplight.engine.rules.Effect;
import lamplight.engine.rules.Observer;
import lamplight.engine.rules.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an observer hears of a step, and that the step does not mind. */
class ObserverTest {

  /** Everything that was heard, as short words. */
  private static final class Heard implements Observer {
    private final List<String> words = new ArrayList<>();

    @Override
    public void ruleAsked(Rule rule, Outcome outcome, Facts facts) {
      words.add(rule.name() + " " + outcome);
    }

    @Override
    public void effectApplied(Effect effect) {
      words.add(effect.getClass().getSimpleName());
    }

    @Override
    public void refused(Draft.Refused reason) {
      words.add("refused " + reason.code());
    }

    @Override
    public void textWorded(Text text, Text.Part part, Template said) {
      words.add("text");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pull bell                 | ring HELD, Say, SetTo, Give, text, text
          take key. north. take hat. south. drop hat | no_hat_indoors HELD, SetTo, Refuse, refused NOT_POSSIBLE, text
          open box. take key        | key_found HELD, Say, text
          take key. drop key. take key | key_found SPENT
          touch cook                | kettle_on HELD, Run, Say, text
          north                     | refused DOOR_LOCKED
          inventory                 | \s
          """)
  void hears_what_the_last_command_came_to(String typed, String expected) {
    Playthrough play = inCottage("Ann", "Bea").types("Ann", "open box");
    List<String> lines = List.of(typed.split("\\. "));
    lines.subList(0, lines.size() - 1).forEach(line -> play.types("Ann", line));
    Heard heard = new Heard();
    Input last = new Input.Command(id("Ann"), lines.get(lines.size() - 1));
    State before = play.state();

    Step observed = play.game().step(before, last, heard);

    assertThat(String.join(", ", heard.words)).isEqualTo(expected == null ? "" : expected.strip());
    assertThat(observed).isEqualTo(play.game().step(before, last));
  }
}

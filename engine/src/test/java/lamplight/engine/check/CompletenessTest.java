package lamplight.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import lamplight.engine.model.Condition;
import lamplight.engine.rules.Effect;
import org.junit.jupiter.api.Test;

/** No kind of effect or condition is forgotten when it is asked what can ever happen. */
final class CompletenessTest {
  @Test
  void each_effect_has_a_row_that_says_what_it_brings() {
    assertThat(Outcomes.kinds())
        .containsExactlyInAnyOrderElementsOf(Set.of(Effect.class.getPermittedSubclasses()));
  }

  @Test
  void each_condition_has_a_row_that_says_when_it_can_hold() {
    assertThat(Prospects.kinds())
        .containsExactlyInAnyOrderElementsOf(Set.of(Condition.class.getPermittedSubclasses()));
  }
}

package lamplight.engine.load;

import java.util.List;
import java.util.stream.Stream;
import lamplight.engine.rules.Effect;

/** Effects and the effects inside them. */
public final class EffectTree {
  private EffectTree() {}

  /** These effects and all inside them. */
  public static Stream<Effect> all(List<Effect> effects) {
    return effects.stream().flatMap(effect -> Stream.concat(Stream.of(effect), below(effect)));
  }

  /** All effects inside one. */
  public static Stream<Effect> below(Effect effect) {
    if (effect instanceof Effect.If choice) {
      return Stream.concat(all(choice.then()), all(choice.otherwise()));
    }
    return effect instanceof Effect.Random random
        ? random.choices().stream().flatMap(EffectTree::all)
        : Stream.empty();
  }
}

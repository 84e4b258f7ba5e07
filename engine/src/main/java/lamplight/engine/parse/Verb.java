package lamplight.engine.parse;

import java.util.List;
import java.util.Optional;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.RoleId;
import lamplight.engine.model.Text;

/**
 * Something that players can do.
 *
 * @param free whether it takes no turn
 * @param speech whether its words are spoken: a line is not cut into sentences inside them
 * @param secret whether its words are kept from whoever has not heard of them: never offered, never
 *     understood by their beginnings
 * @param far whether it can be done to what is out of reach; what is free always can
 * @param noun what its noun most likely is, the likeliest first
 * @param second likewise for its second noun
 * @param otherwise what happens if no rule says anything else; empty: the standard action or text
 * @param role who alone can do it; empty: everybody
 */
public record Verb(
    ActionId id,
    boolean free,
    boolean speech,
    boolean secret,
    boolean far,
    List<Fit> noun,
    List<Fit> second,
    Text otherwise,
    Optional<RoleId> role) {
  public Verb {
    noun = List.copyOf(noun);
    second = List.copyOf(second);
  }

  /** Whether its nouns must be in reach. */
  public boolean touches() {
    return !free && !far;
  }

  static Verb named(ActionId id) {
    return new Verb(
        id, false, false, false, false, List.of(), List.of(), Text.EMPTY, Optional.empty());
  }

  Verb asFree(boolean value) {
    return new Verb(id, value, speech, secret, far, noun, second, otherwise, role);
  }

  Verb asSpeech(boolean value) {
    return new Verb(id, free, value, secret, far, noun, second, otherwise, role);
  }

  Verb asSecret(boolean value) {
    return new Verb(id, free, speech, value, far, noun, second, otherwise, role);
  }

  Verb asFar(boolean value) {
    return new Verb(id, free, speech, secret, value, noun, second, otherwise, role);
  }

  Verb likely(List<Fit> first, List<Fit> other) {
    return new Verb(id, free, speech, secret, far, first, other, otherwise, role);
  }

  Verb otherwise(Text text) {
    return new Verb(id, free, speech, secret, far, noun, second, text, role);
  }

  Verb of(RoleId alone) {
    return new Verb(id, free, speech, secret, far, noun, second, otherwise, Optional.of(alone));
  }
}

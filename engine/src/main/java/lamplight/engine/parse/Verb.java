package lamplight.engine.parse;

import java.util.List;
import lamplight.engine.model.ActionId;
import lamplight.engine.model.Text;

/**
 * Something that players can do.
 *
 * @param free whether it takes no turn
 * @param speech whether its words are spoken: a line is not cut into sentences inside them
 * @param secret whether its words are kept from whoever has not heard of them: never offered, never
 *     understood by their beginnings
 * @param noun what its noun most likely is, the likeliest first
 * @param second likewise for its second noun
 * @param otherwise what happens if no rule says anything else; empty: the standard action or text
 */
public record Verb(
    ActionId id,
    boolean free,
    boolean speech,
    boolean secret,
    List<Fit> noun,
    List<Fit> second,
    Text otherwise) {
  public Verb {
    noun = List.copyOf(noun);
    second = List.copyOf(second);
  }

  static Verb named(ActionId id) {
    return new Verb(id, false, false, false, List.of(), List.of(), Text.EMPTY);
  }

  Verb asFree(boolean value) {
    return new Verb(id, value, speech, secret, noun, second, otherwise);
  }

  Verb asSpeech(boolean value) {
    return new Verb(id, free, value, secret, noun, second, otherwise);
  }

  Verb asSecret(boolean value) {
    return new Verb(id, free, speech, value, noun, second, otherwise);
  }

  Verb likely(List<Fit> first, List<Fit> other) {
    return new Verb(id, free, speech, secret, first, other, otherwise);
  }

  Verb otherwise(Text text) {
    return new Verb(id, free, speech, secret, noun, second, text);
  }
}
